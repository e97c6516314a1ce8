package org.assay.ratings.baseline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.RollingStatistic;
import org.assay.ratings.window.Window;

/** Volatility, extremes, skewness and the part that the market explains. */
final class RiskFeatures {

    private final Panel panel;
    private final PriceSeries prices;

    RiskFeatures(Panel panel, PriceSeries prices) {
        this.panel = panel;
        this.prices = prices;
    }

    Map<String, Supplier<Grid>> all() {
        Map<String, Supplier<Grid>> all = new LinkedHashMap<>();
        all.put("vol7", () -> prices.deviationOfReturns(7, 6));
        all.put("vol30", () -> prices.deviationOfReturns(30, 20));
        all.put("vol90", () -> prices.deviationOfReturns(90, 60));
        all.put(
                "volratio",
                () -> Cells.quotient(
                        prices.deviationOfReturns(7, 6), Cells.positive(prices.deviationOfReturns(90, 60))));
        all.put("max30", () -> ofReturns(() -> Rolling.highest(new Window(30, 20))));
        all.put("min30", () -> ofReturns(() -> Rolling.lowest(new Window(30, 20))));
        all.put("skew60", () -> ofReturns(() -> Rolling.skewness(new Window(60, 40))));
        all.put("upfrac30", this::shareOfRises);
        all.put("range14", this::range);
        all.put("beta90", () -> market().beta());
        all.put("corr90", () -> market().correlation());
        all.put("ivol90", () -> market().residualDeviation());
        return all;
    }

    private Grid ofReturns(Supplier<RollingStatistic> statistic) {
        return Rolling.over(prices.returns(), statistic);
    }

    private Grid shareOfRises() {
        Grid rises = Cells.map(prices.returns(), move -> Double.isNaN(move) ? Double.NaN : move > 0 ? 1 : 0);
        return Rolling.over(rises, () -> Rolling.mean(new Window(30, 20)));
    }

    private Grid range() {
        Grid range = Cells.combine(
                panel.high(), panel.low(), (high, low) -> high >= low ? Math.log(high / low) : Double.NaN);
        return Rolling.over(range, () -> Rolling.mean(new Window(14, 10)));
    }

    private MarketBeta market() {
        return new MarketBeta(prices.returns(), panel.token("BTC"));
    }
}
