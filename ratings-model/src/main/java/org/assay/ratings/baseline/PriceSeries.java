package org.assay.ratings.baseline;

import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** Closes carried over short gaps, and their daily log returns. */
final class PriceSeries {

    private static final int MOST_DAYS_CARRIED = 7;

    private final Grid carried;
    private final Grid returns;

    PriceSeries(Panel panel) {
        this.carried = Cells.carried(panel.close(), MOST_DAYS_CARRIED);
        this.returns = Cells.change(Cells.logarithm(carried));
    }

    /** The close, or one at most 7 days old. */
    Grid carried() {
        return carried;
    }

    /** Log returns from day to day. */
    Grid returns() {
        return returns;
    }

    Grid momentum(int days) {
        return Cells.combine(carried, Cells.lag(carried, days), (now, before) -> now / before - 1);
    }

    /** The mean over some days of which four fifths must have a price. */
    Grid average(int days) {
        Window window = new Window(days, (4 * days + 4) / 5);
        return Rolling.over(carried, () -> new CompensatedMean(window));
    }

    Grid highest(int days, int least) {
        return Rolling.over(carried, () -> Rolling.highest(new Window(days, least)));
    }

    Grid lowest(int days, int least) {
        return Rolling.over(carried, () -> Rolling.lowest(new Window(days, least)));
    }

    Grid deviationOfReturns(int days, int least) {
        return Rolling.over(returns, () -> Rolling.deviation(new Window(days, least)));
    }
}
