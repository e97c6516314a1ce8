package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;

/** Log return over the last days, the most recent {@code skip} left out. */
record Momentum(int days, int skip) implements Feature {

    @Override
    public String id() {
        return skip == 0 ? "mom" + days : "mom" + days + "_" + skip;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "ln F(t-" + skip + ") - ln F(t-" + days + "), F the close carried at most 7 days";
    }

    @Override
    public String source() {
        return "Jegadeesh and Titman (1993)";
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
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid log = context.logFilled();
        return Grids.zip(Grids.lag(log, skip), Grids.lag(log, days), (end, start) -> end - start);
    }
}
