package org.assay.ratings.grade;

import java.util.Arrays;
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

    private static Grid of(Grid grid, int from, int to) {
        int days = to - from;
        double[] values = new double[Math.multiplyExact(grid.tokens(), days)];
        for (int i = 0; i < grid.tokens(); i++) {
            int at = grid.offset(i);
            System.arraycopy(Arrays.copyOfRange(grid.values(), at + from, at + to), 0, values, i * days, days);
        }
        return Grid.of(grid.tokens(), days, values);
    }
}
