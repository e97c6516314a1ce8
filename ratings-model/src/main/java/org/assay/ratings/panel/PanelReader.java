package org.assay.ratings.panel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.ratings.panel.PanelException.Code;

/**
 * Reads panel files: CSV, plain or gzip, with a header; columns {@code date,symbol,close} and, where known,
 * {@code open,high,low,volume_usd,market_cap,vol_scope} in any order. Several files make one panel; where two rows speak of
 * the same token and day, the last one given counts. What is cleaned stands in the report; what cannot be used is an error
 * that names the row.
 */
public final class PanelReader {

    /** Every calendar begins on this day, or earlier where the data do. */
    static final LocalDate CALENDAR_START = LocalDate.of(2015, 1, 1);

    private static final int EARLIEST = (int) LocalDate.of(2009, 1, 3).toEpochDay();
    private static final int LATEST = (int) LocalDate.of(2099, 12, 31).toEpochDay();

    private final Findings findings = new Findings();
    private final RowCleaning cleaning = new RowCleaning(findings);
    private final PanelRows rows = new PanelRows();
    private final List<PanelReport.Source> sources = new ArrayList<>();
    private final Dates dates = new Dates();
    private final double[] values = new double[PanelRows.VALUES];
    private byte[] lastSymbol = new byte[0];
    private int lastToken = -1;
    private byte[] lastScope = new byte[0];
    private double lastScopeValue = VolumeScope.NONE.code();

    private PanelReader() {}

    /**
     * Reads files into one panel.
     *
     * @param files at least one
     * @throws PanelException when a file cannot be used
     */
    public static LoadedPanel read(List<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no panel file given");
        }
        PanelReader reader = new PanelReader();
        for (Path file : files) {
            reader.add(file);
        }
        if (reader.rows.size() == 0) {
            String name = reader.sources.getLast().name();
            throw new PanelException(Code.NO_ROWS, name, 0, "there is no row with a usable close");
        }
        Panel panel = new PanelAssembly(reader.rows, reader.sources, reader.findings).panel(CALENDAR_START);
        return new LoadedPanel(panel, new PanelReport(reader.sources, reader.findings.list()));
    }

    private void add(Path path) {
        try (CsvFile file = CsvFile.open(path)) {
            CsvLine line = new CsvLine();
            if (!file.next()) {
                throw new PanelException(Code.EMPTY, file.name(), 0, "the file is empty");
            }
            split(file, line);
            Header header = Header.read(file, line, findings);
            int read = 0;
            Sortedness sortedness = new Sortedness();
            while (file.next()) {
                split(file, line);
                if (line.fields() != header.fields()) {
                    throw new PanelException(
                            Code.BAD_ROW,
                            file.name(),
                            file.row(),
                            line.fields() + " fields where the header has " + header.fields());
                }
                read++;
                row(file, line, header, sortedness);
            }
            if (sortedness.outOfOrder() > 0) {
                findings.add(Finding.Kind.UNSORTED, sortedness.outOfOrder(), file::name);
            }
            sources.add(new PanelReport.Source(file.name(), read, file.sha256()));
        }
    }

    private static void split(CsvFile file, CsvLine line) {
        if (!file.split(line)) {
            throw new PanelException(
                    Code.BAD_ROW, file.name(), file.row(), "a quote is not closed, or text follows it");
        }
    }

    private void row(CsvFile file, CsvLine line, Header header, Sortedness sortedness) {
        int token = token(file, line, header.field(Column.SYMBOL));
        int day = day(file, line, header.field(Column.DATE));
        sortedness.next(token, day);
        values[0] = number(file, line, header.field(Column.OPEN));
        values[1] = number(file, line, header.field(Column.HIGH));
        values[2] = number(file, line, header.field(Column.LOW));
        values[RowCleaning.CLOSE] = number(file, line, header.field(Column.CLOSE));
        values[4] = number(file, line, header.field(Column.VOLUME));
        values[5] = number(file, line, header.field(Column.MARKET_CAP));
        values[6] = scope(file, line, header.field(Column.SCOPE));
        if (cleaning.clean(values, () -> where(file, line, header))) {
            rows.add(token, day, sources.size(), file.row(), values);
        }
    }

    private static String where(CsvFile file, CsvLine line, Header header) {
        return file.name() + " row " + file.row() + ": " + line.text(header.field(Column.SYMBOL)) + " "
                + line.text(header.field(Column.DATE));
    }

    private int token(CsvFile file, CsvLine line, int field) {
        if (line.isEmpty(field)) {
            throw new PanelException(Code.NO_SYMBOL, file.name(), file.row(), "the symbol is empty");
        }
        if (lastToken < 0 || !line.is(field, lastSymbol)) {
            String symbol = line.text(field);
            lastSymbol = symbol.getBytes(StandardCharsets.UTF_8);
            lastToken = rows.token(symbol);
        }
        return lastToken;
    }

    private int day(CsvFile file, CsvLine line, int field) {
        int day;
        try {
            day = dates.parse(line.bytes(), line.from(field), line.to(field));
        } catch (DateTimeException e) {
            throw new PanelException(
                    Code.BAD_DATE, file.name(), file.row(), "'" + line.text(field) + "' is no date like 2021-12-31");
        }
        if (day < EARLIEST || day > LATEST) {
            throw new PanelException(
                    Code.DATE_OUT_OF_RANGE,
                    file.name(),
                    file.row(),
                    "'" + line.text(field) + "' lies outside 2009-01-03 to 2099-12-31");
        }
        return day;
    }

    private double number(CsvFile file, CsvLine line, int field) {
        if (field < 0 || line.isEmpty(field)) {
            return Double.NaN;
        }
        try {
            double number = Numbers.parse(line.bytes(), line.from(field), line.to(field));
            if (Double.isNaN(number)) {
                findings.add(Finding.Kind.MISSING_TEXT, () -> file.name() + " row " + file.row());
            }
            return number;
        } catch (NumberFormatException e) {
            throw new PanelException(
                    Code.BAD_NUMBER, file.name(), file.row(), "'" + line.text(field) + "' is no number");
        }
    }

    private double scope(CsvFile file, CsvLine line, int field) {
        if (field < 0) {
            return VolumeScope.AGGREGATE.code();
        }
        if (line.isEmpty(field)) {
            findings.add(Finding.Kind.UNKNOWN_SCOPE, () -> file.name() + " row " + file.row() + ": empty");
            return VolumeScope.NONE.code();
        }
        if (!line.is(field, lastScope)) {
            String label = line.text(field);
            try {
                lastScopeValue = VolumeScope.of(label).code();
            } catch (IllegalArgumentException e) {
                findings.add(
                        Finding.Kind.UNKNOWN_SCOPE, () -> file.name() + " row " + file.row() + ": '" + label + "'");
                return VolumeScope.NONE.code();
            }
            lastScope = label.getBytes(StandardCharsets.UTF_8);
        }
        return lastScopeValue;
    }
}
