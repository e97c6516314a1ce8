package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How strongly the token moves with the large tokens. */
record WeightedBeta(int days) implements Feature {

    @Override
    public String id() {
        return "beta" + days + "_cap";
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "cov(r, m) / var(m) over " + days + " days, m the capitalisation-weighted return of the universe";
    }

    @Override
    public String source() {
        return "Sharpe (1964)";
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
        return Set.of(FeatureInput.CLOSE, FeatureInput.MARKET_CAP, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid market = Grids.everyToken(context.panel().tokens(), context.weightedMarketReturns());
        return Grids.rollingPairs(
                context,
                context.returns(),
                market,
                new Window(days, days * 2 / 3),
                (x, y, n) -> Statistics.covariance(x, y, n) / Statistics.covariance(y, y, n));
    }
}
