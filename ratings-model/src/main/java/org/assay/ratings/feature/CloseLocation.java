package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Where in the day's range the price closes. */
record CloseLocation(int days) implements Feature {

    @Override
    public String id() {
        return "clv" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "mean of (close - low) / (high - low) - 0.5 over " + days + " days";
    }

    @Override
    public String source() {
        return "Chaikin; Alexander (2001)";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.HIGH, FeatureInput.LOW, FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid span = Grids.zip(
                context.panel().high(), context.panel().low(), (high, low) -> high > low ? high - low : Double.NaN);
        Grid above = Grids.zip(context.panel().close(), context.panel().low(), (close, low) -> close - low);
        Grid location = Grids.zip(above, span, (a, s) -> a / s - 0.5);
        return Grids.rolling(context, location, new Window(days, days == 1 ? 1 : days * 3 / 4), Statistics::mean);
    }
}
