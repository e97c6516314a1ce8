package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How unsteady the volatility is. */
record VolatilityOfVolatility(int days) implements Feature {

    @Override
    public String id() {
        return "volofvol";
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "standard deviation over mean of vol7, " + days + " days";
    }

    @Override
    public String source() {
        return "Baltussen, van Bekkum and van der Grient (2018)";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days + 8 + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.rolling(
                context,
                new Volatility(7).compute(context),
                new Window(days, days * 2 / 3),
                (x, n) -> Statistics.deviation(x, n) / Statistics.mean(x, n));
    }
}
