package org.assay.ratings.panel;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.ratings.panel.PanelException.Code;

/**
 * Reads numbers by day and token from a CSV file, plain or gzip, onto a panel's calendar: columns {@code date,symbol} and
 * any of those asked for. Rows of tokens and days that the panel lacks are counted and left out; of two rows of one token
 * and day the last counts.
 */
public final class GradeTable {

    private final Map<String, Grid> columns = new LinkedHashMap<>();
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final Map<String, Integer> tokens = new LinkedHashMap<>();
    private final Panel panel;
    private long rows;
    private long unplaced;

    private GradeTable(Panel panel) {
        this.panel = panel;
        for (int i = 0; i < panel.tokens(); i++) {
            tokens.put(panel.symbols().get(i), i);
        }
    }

    /**
     * Reads a file.
     *
     * @param wanted the columns to read, of which at least one must be there
     * @throws PanelException when the file cannot be used
     */
    public static GradeTable read(Path path, Panel panel, List<String> wanted) {
        GradeTable table = new GradeTable(panel);
        try (CsvFile file = CsvFile.open(path)) {
            CsvLine line = new CsvLine();
            if (!file.next()) {
                throw new PanelException(Code.EMPTY, file.name(), 0, "the file is empty");
            }
            table.header(file, line, wanted);
            int width = line.fields();
            Dates dates = new Dates();
            while (file.next()) {
                if (!file.split(line) || line.fields() != width) {
                    throw new PanelException(
                            Code.BAD_ROW,
                            file.name(),
                            file.row(),
                            "the row does not have the header's " + width + " fields");
                }
                table.row(file, line, dates);
            }
        }
        return table;
    }

    private void header(CsvFile file, CsvLine line, List<String> wanted) {
        if (!file.split(line)) {
            throw new PanelException(Code.BAD_HEADER, file.name(), file.row(), "a quote is not closed");
        }
        List<String> labels = new ArrayList<>();
        for (int field = 0; field < line.fields(); field++) {
            labels.add(line.text(field).strip());
        }
        for (String column : List.of("date", "symbol")) {
            if (!labels.contains(column)) {
                throw new PanelException(Code.BAD_HEADER, file.name(), 1, "column '" + column + "' is missing");
            }
            fields.put(column, labels.indexOf(column));
        }
        for (String column : wanted) {
            if (labels.contains(column)) {
                fields.put(column, labels.indexOf(column));
                columns.put(column, Grid.missing(panel.tokens(), panel.days()));
            }
        }
        if (columns.isEmpty()) {
            throw new PanelException(
                    Code.BAD_HEADER, file.name(), 1, "there is none of the columns " + String.join(", ", wanted));
        }
    }

    private void row(CsvFile file, CsvLine line, Dates dates) {
        rows++;
        int dateField = fields.getOrDefault("date", 0);
        Integer token = tokens.get(line.text(fields.getOrDefault("symbol", 0)));
        long day;
        try {
            day = dates.parse(line.bytes(), line.from(dateField), line.to(dateField))
                    - panel.firstDay().toEpochDay();
        } catch (DateTimeException e) {
            throw new PanelException(
                    Code.BAD_DATE,
                    file.name(),
                    file.row(),
                    "'" + line.text(dateField) + "' is no date like 2021-12-31");
        }
        if (token == null || day < 0 || day >= panel.days()) {
            unplaced++;
            return;
        }
        columns.forEach((column, grid) ->
                grid.set(token, Math.toIntExact(day), number(file, line, fields.getOrDefault(column, 0))));
    }

    private static double number(CsvFile file, CsvLine line, int field) {
        try {
            double number = Numbers.parse(line.bytes(), line.from(field), line.to(field));
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            throw new PanelException(
                    Code.BAD_NUMBER, file.name(), file.row(), "'" + line.text(field) + "' is no number");
        }
    }

    /** The columns found, in the order asked for. */
    public Map<String, Grid> columns() {
        return Collections.unmodifiableMap(columns);
    }

    /** How many rows the file holds. */
    public long rows() {
        return rows;
    }

    /** Rows of a token or day that the panel lacks. */
    public long unplaced() {
        return unplaced;
    }
}
