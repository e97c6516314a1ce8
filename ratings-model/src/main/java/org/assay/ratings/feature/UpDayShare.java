package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How often the price rises. */
record UpDayShare(int days) implements Feature {

    @Override
    public String id() {
        return "upfrac" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "share of days with a rise among " + days + " days";
    }

    @Override
    public String source() {
        return "Da, Gurun and Warachka (2014), information discreteness";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days + 1 + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.rolling(
                context,
                Grids.map(context.returns(), r -> Double.isNaN(r) ? r : r > 0 ? 1 : 0),
                new Window(days, days * 2 / 3),
                Statistics::mean);
    }
}
