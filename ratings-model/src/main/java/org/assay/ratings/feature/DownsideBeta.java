package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** How strongly the token falls with the market. */
record DownsideBeta(int days) implements Feature {

    @Override
    public String id() {
        return "downbeta" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "cov(r, min(m,0)) / var(min(m,0)) over " + days + " days, m the mean return of the universe";
    }

    @Override
    public String source() {
        return "Ang, Chen and Xing (2006)";
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
        double[] falls = context.marketReturns().clone();
        for (int t = 0; t < falls.length; t++) {
            falls[t] = Math.min(falls[t], 0);
        }
        return Grids.rollingPairs(
                context,
                context.returns(),
                Grids.everyToken(context.panel().tokens(), falls),
                new Window(days, days * 2 / 3),
                (x, y, n) -> Statistics.covariance(x, y, n) / Statistics.covariance(y, y, n));
    }
}
