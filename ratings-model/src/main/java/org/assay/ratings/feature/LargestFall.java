package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** The worst day. */
record LargestFall(int days) implements Feature {

    @Override
    public String id() {
        return "min" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "lowest daily log return of " + days + " days";
    }

    @Override
    public String source() {
        return "Atilgan, Bali, Demirtas and Gunaydin (2020)";
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
        return Rolling.over(context.returns(), () -> Rolling.lowest(new Window(days, Math.max(days * 2 / 3, 5))));
    }
}
