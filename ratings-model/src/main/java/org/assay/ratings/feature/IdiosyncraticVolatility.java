package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** The movement that the market does not explain. */
record IdiosyncraticVolatility(int days) implements Feature {

    @Override
    public String id() {
        return "ivol" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.RISK;
    }

    @Override
    public String definition() {
        return "sqrt(var(r) - cov(r,m)^2 / var(m)) over " + days
                + " days, m the capitalisation-weighted return of the universe";
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
        return Set.of(FeatureInput.CLOSE, FeatureInput.MARKET_CAP, FeatureInput.UNIVERSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid market = Grids.everyToken(context.panel().tokens(), context.weightedMarketReturns());
        return Grids.rollingPairs(context, context.returns(), market, new Window(days, days * 2 / 3), (x, y, n) -> {
            double covariance = Statistics.covariance(x, y, n);
            double explained = covariance * covariance / Statistics.covariance(y, y, n);
            return Math.sqrt(Math.max(0, Statistics.covariance(x, x, n) - explained));
        });
    }
}
