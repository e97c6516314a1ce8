package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Return in units of its risk. */
record ReturnPerRisk(int days) implements Feature {

    @Override
    public String id() {
        return "sharpe" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "mean over standard deviation of daily log returns, " + days + " days";
    }

    @Override
    public String source() {
        return "Sharpe (1966), not annualised, risk-free rate 0";
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
        return Grids.rolling(
                context,
                context.returns(),
                new Window(days, days * 2 / 3),
                (x, n) -> Statistics.mean(x, n) / Statistics.deviation(x, n));
    }
}
