package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Where the market has been going; the same for every token. */
record MarketTrend(int days) implements Feature {

    @Override
    public String id() {
        return "market_trend" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.MARKET;
    }

    @Override
    public String definition() {
        return "sum of the universe's mean daily log returns, " + days + " days";
    }

    @Override
    public String source() {
        return "Cooper, Gutierrez and Hameed (2004), market states";
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
        return Set.of(FeatureInput.CLOSE, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        return Grids.rolling(
                context,
                Grids.everyToken(context.panel().tokens(), context.marketReturns()),
                new Window(days, days),
                Statistics::sum);
    }
}
