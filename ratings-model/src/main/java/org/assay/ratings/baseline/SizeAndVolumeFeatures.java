package org.assay.ratings.baseline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** Size, supply and volume, volumes only ever beside volumes of the same scope. */
final class SizeAndVolumeFeatures {

    private static final int MOST_DAYS_CARRIED = 7;

    private final Panel panel;
    private final PriceSeries prices;
    private final ScopedVolume scoped;
    private final Grid volume;

    SizeAndVolumeFeatures(Panel panel, Universe universe, PriceSeries prices) {
        this.panel = panel;
        this.prices = prices;
        this.scoped = new ScopedVolume(panel, universe);
        this.volume = Cells.positive(panel.volume());
    }

    Map<String, Supplier<Grid>> all() {
        Map<String, Supplier<Grid>> all = new LinkedHashMap<>();
        all.put("size", () -> Cells.map(panel.marketCap(), cap -> -Math.log(cap)));
        all.put("amihud30", this::illiquidity);
        all.put("surge", () -> Cells.logarithmOfQuotient(mean(3, 2), mean(30, 15)));
        all.put("voltrend", () -> Cells.logarithmOfQuotient(median(7, 5), median(90, 45)));
        all.put("dvol", () -> scoped.lessMedian(Cells.logarithm(median(30, 10))));
        all.put("turnover", () -> scoped.lessMedian(Cells.logarithmOfQuotient(median(30, 10), panel.marketCap())));
        all.put("dilution90", () -> dilution(90));
        all.put("dilution365", () -> dilution(365));
        return all;
    }

    private Grid illiquidity() {
        Grid daily = Cells.combine(prices.returns(), volume, (move, traded) -> Math.abs(move) / traded * 1e6);
        Grid mean = scoped.rolling(daily, () -> Rolling.mean(new Window(30, 10)));
        return scoped.lessMedian(Cells.map(mean, value -> Math.log(value + 1e-12)));
    }

    private Grid mean(int days, int least) {
        return scoped.rolling(volume, () -> Rolling.mean(new Window(days, least)));
    }

    private Grid median(int days, int least) {
        return scoped.rolling(volume, () -> Rolling.median(new Window(days, least)));
    }

    private Grid dilution(int days) {
        Grid supply = Cells.quotient(panel.marketCap(), panel.close());
        return Cells.logarithmOfQuotient(supply, Cells.lag(Cells.carried(supply, MOST_DAYS_CARRIED), days));
    }
}
