package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** How much the close moves from day to day. */
record Volatility(int days) implements Feature {

    @Override
    public String id() {
        return "vol" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.VOLATILITY;
    }

    @Override
    public String definition() {
        return "sample standard deviation of daily log returns, " + days + " days";
    }

    @Override
    public String source() {
        return "Ang, Hodrick, Xing and Zhang (2006)";
    }

    @Override
    public String unit() {
        return "1 per sqrt(day)";
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
        return Rolling.over(context.returns(), () -> Rolling.deviation(new Window(days, least())));
    }

    private int least() {
        return days < 30 ? days * 4 / 5 + 1 : days * 2 / 3;
    }
}
