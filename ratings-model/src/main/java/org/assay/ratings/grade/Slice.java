package org.assay.ratings.grade;

import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;

/** Some days of a panel as a panel of their own. */
final class Slice {

    private Slice() {}

    /** The days from {@code from} (inclusive) to {@code to} (exclusive). */
    static Panel of(Panel panel, int from, int to) {
        if (from == 0 && to == panel.days()) {
            return panel;
        }
        return new Panel(
                panel.day(from),
                to - from,
                panel.symbols(),
                of(panel.open(), from, to),
                of(panel.high(), from, to),
                of(panel.low(), from, to),
                of(panel.close(), from, to),
                of(panel.volume(), from, to),
                of(panel.marketCap(), from, to),
                of(panel.scope(), from, to));
    }

    /** The same days of a grid. */
    static Grid of(Grid grid, int from, int to) {
        int days = to - from;
        double[] values = new double[Math.multiplyExact(grid.tokens(), days)];
        for (int i = 0; i < grid.tokens(); i++) {
            System.arraycopy(grid.values(), grid.offset(i) + from, values, i * days, days);
        }
        return Grid.of(grid.tokens(), days, values);
    }
}
