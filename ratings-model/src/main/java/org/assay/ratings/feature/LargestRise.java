package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** The lottery in a token. */
record LargestRise(int days) implements Feature {

    @Override
    public String id() {
        return "max" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "highest daily log return of " + days + " days";
    }

    @Override
    public String source() {
        return "Bali, Cakici and Whitelaw (2011)";
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
        return Rolling.over(context.returns(), () -> Rolling.highest(new Window(days, Math.max(days * 2 / 3, 5))));
    }
}
