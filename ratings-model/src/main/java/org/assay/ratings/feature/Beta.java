package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How strongly the token moves with the market. */
record Beta(int days) implements Feature {

    @Override
    public String id() {
        return "beta" + days + "_mkt";
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "cov(r, m) / var(m) over " + days + " days, m the mean return of the universe";
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
        return Set.of(FeatureInput.CLOSE, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid market = Grids.everyToken(context.panel().tokens(), context.marketReturns());
        return Grids.rollingPairs(
                context,
                context.returns(),
                market,
                new Window(days, days * 2 / 3),
                (x, y, n) -> Statistics.covariance(x, y, n) / Statistics.covariance(y, y, n));
    }
}
