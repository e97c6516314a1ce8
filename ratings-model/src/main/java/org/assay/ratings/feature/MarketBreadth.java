package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;

/** How many tokens rise with the market; the same for every token. */
record MarketBreadth(int days) implements Feature {

    @Override
    public String id() {
        return "breadth" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.MARKET;
    }

    @Override
    public String definition() {
        return "share of the universe's tokens above their " + days + " day average";
    }

    @Override
    public String source() {
        return "custom of technical analysis";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid distance = new SmaDistance(days).compute(context);
        double[] share = new double[distance.days()];
        for (int t = 0; t < share.length; t++) {
            int above = 0;
            int known = 0;
            for (int i = 0; i < distance.tokens(); i++) {
                if (distance.has(i, t) && context.universe().contains(i, t)) {
                    known++;
                    above += distance.get(i, t) > 0 ? 1 : 0;
                }
            }
            share[t] = known == 0 ? Double.NaN : (double) above / known;
        }
        return Grids.everyToken(distance.tokens(), share);
    }
}
