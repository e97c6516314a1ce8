package org.assay.ratings.baseline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** Momentum, distance from averages and extremes, oscillators: what follows from a token's own prices. */
final class PriceFeatures {

    private static final int MOST_AGE = 1095;

    private final Panel panel;
    private final PriceSeries prices;

    PriceFeatures(Panel panel, PriceSeries prices) {
        this.panel = panel;
        this.prices = prices;
    }

    Map<String, Supplier<Grid>> all() {
        Map<String, Supplier<Grid>> all = new LinkedHashMap<>();
        for (int days : new int[] {1, 3, 7, 14, 21, 30, 60, 90, 180, 365}) {
            all.put("mom" + days, () -> prices.momentum(days));
        }
        all.put("mom365_30", this::momentumWithoutLastMonth);
        all.put("accel", this::acceleration);
        for (int days : new int[] {20, 50, 200}) {
            all.put(
                    "dist" + days,
                    () -> Cells.combine(
                            prices.carried(), prices.average(days), (price, average) -> price / average - 1));
        }
        all.put("macd", this::averageConvergence);
        all.put("rsi14", this::relativeStrength);
        all.put("boll20", this::bollinger);
        all.put("high365", () -> Cells.quotient(prices.carried(), prices.highest(365, 60)));
        all.put("low365", () -> Cells.quotient(prices.carried(), prices.lowest(365, 60)));
        all.put("dd90", () -> Cells.quotient(prices.carried(), prices.highest(90, 45)));
        all.put("clv5", this::closeInRange);
        all.put("age", this::age);
        return all;
    }

    private Grid momentumWithoutLastMonth() {
        Grid carried = prices.carried();
        return Cells.combine(Cells.lag(carried, 30), Cells.lag(carried, 365), (now, before) -> now / before - 1);
    }

    private Grid acceleration() {
        return Cells.combine(prices.momentum(7), prices.momentum(30), (week, month) -> week - month * 7 / 30);
    }

    private Grid averageConvergence() {
        Grid difference = Cells.combine(prices.average(12), prices.average(26), (fast, slow) -> fast - slow);
        return Cells.quotient(difference, prices.carried());
    }

    private Grid relativeStrength() {
        Grid change = Cells.change(prices.carried());
        Grid up = mean14(Cells.map(change, move -> Math.max(move, 0)));
        Grid down = mean14(Cells.map(change, move -> Math.max(-move, 0)));
        return Cells.combine(up, down, (rise, fall) -> {
            double both = rise + fall;
            return both == 0 ? 50 : 100 * rise / both;
        });
    }

    private static Grid mean14(Grid grid) {
        return Rolling.over(grid, () -> new CompensatedMean(Window.full(14)));
    }

    private Grid bollinger() {
        Grid deviation = Rolling.over(prices.carried(), () -> Rolling.deviation(new Window(20, 16)));
        Grid distance = Cells.combine(prices.carried(), prices.average(20), (price, average) -> price - average);
        return Cells.quotient(distance, Cells.positive(deviation));
    }

    private Grid closeInRange() {
        Grid range = Cells.positive(Cells.combine(panel.high(), panel.low(), (high, low) -> high - low));
        Grid above = Cells.combine(panel.close(), panel.low(), (close, low) -> close - low);
        Grid place = Cells.combine(above, range, (part, whole) -> part / whole - 0.5);
        return Rolling.over(place, () -> Rolling.mean(new Window(5, 4)));
    }

    private Grid age() {
        Grid out = Grid.missing(panel.tokens(), panel.days());
        for (int token = 0; token < panel.tokens(); token++) {
            int closes = 0;
            for (int day = 0; day < panel.days(); day++) {
                closes += panel.close().has(token, day) ? 1 : 0;
                out.set(token, day, Math.min(closes, MOST_AGE));
            }
        }
        return out;
    }
}
