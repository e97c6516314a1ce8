package org.assay.ratings.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.assay.ratings.panel.Finding.Kind;

/** Lays rows out on a calendar. */
final class PanelAssembly {

    private static final int SCOPE = 6;

    private final PanelRows rows;
    private final List<PanelReport.Source> sources;
    private final Findings findings;

    PanelAssembly(PanelRows rows, List<PanelReport.Source> sources, Findings findings) {
        this.rows = rows;
        this.sources = sources;
        this.findings = findings;
    }

    Panel panel(LocalDate latestStart) {
        List<String> symbols = present();
        int[] tokenOf = positions(symbols);
        int first = Math.toIntExact(latestStart.toEpochDay());
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < rows.size(); row++) {
            first = Math.min(first, rows.day(row));
            last = Math.max(last, rows.day(row));
        }
        int days = last - first + 1;
        int[] chosen = chosen(tokenOf, first, symbols.size(), days);
        Grid[] columns = new Grid[PanelRows.VALUES];
        for (int column = 0; column < columns.length; column++) {
            double[] values = new double[chosen.length];
            for (int cell = 0; cell < chosen.length; cell++) {
                values[cell] = chosen[cell] < 0 ? Double.NaN : rows.value(column, chosen[cell]);
            }
            columns[column] = Grid.of(symbols.size(), days, values);
        }
        Panel panel = new Panel(
                LocalDate.ofEpochDay(first),
                days,
                symbols,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                columns[5],
                columns[SCOPE]);
        new SeriesFindings(panel, findings).look();
        return panel;
    }

    /** The tokens that have a row left after cleaning, by code point. */
    private List<String> present() {
        boolean[] used = new boolean[rows.symbols().size()];
        for (int row = 0; row < rows.size(); row++) {
            used[rows.token(row)] = true;
        }
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                symbols.add(rows.symbols().get(i));
            }
        }
        symbols.sort(Comparator.comparing(symbol -> symbol.codePoints().toArray(), Arrays::compare));
        return symbols;
    }

    private int[] positions(List<String> sorted) {
        int[] position = new int[rows.symbols().size()];
        for (int i = 0; i < sorted.size(); i++) {
            position[rows.token(sorted.get(i))] = i;
        }
        return position;
    }

    /** For each token and day the row that counts, -1 where there is none. */
    private int[] chosen(int[] tokenOf, int first, int tokens, int days) {
        int[] chosen = new int[Math.multiplyExact(tokens, days)];
        Arrays.fill(chosen, -1);
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            int cell = tokenOf[rows.token(row)] * days + rows.day(row) - first;
            if (chosen[cell] >= 0) {
                Kind kind = rows.same(row, chosen[cell]) ? Kind.DOUBLED : Kind.CONFLICTING;
                findings.add(kind, () -> where(row));
            }
            chosen[cell] = row;
        }
        return chosen;
    }

    private String where(int row) {
        return sources.get(rows.file(row)).name() + " row " + rows.line(row) + ": "
                + rows.symbols().get(rows.token(row)) + " " + LocalDate.ofEpochDay(rows.day(row));
    }
}
