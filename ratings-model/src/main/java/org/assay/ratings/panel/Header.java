package org.assay.ratings.panel;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.assay.ratings.panel.PanelException.Code;
import org.jspecify.annotations.Nullable;

/** Which column of a file lies in which field. */
final class Header {

    /** Columns of the shared panel that say where values come from and change nothing. */
    private static final Set<String> PROVENANCE = Set.of("src", "mcap_src");

    private final int fields;
    private final Map<Column, Integer> fieldOf;

    private Header(int fields, Map<Column, Integer> fieldOf) {
        this.fields = fields;
        this.fieldOf = fieldOf;
    }

    static Header read(CsvFile file, CsvLine line, Findings findings) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        Set<String> seen = new LinkedHashSet<>();
        for (int field = 0; field < line.fields(); field++) {
            String label = line.text(field).strip();
            if (!seen.add(label)) {
                throw new PanelException(
                        Code.BAD_HEADER, file.name(), file.row(), "column '" + label + "' comes twice");
            }
            Column column = column(label);
            if (column != null) {
                found.put(column, field);
            } else if (!PROVENANCE.contains(label)) {
                findings.add(Finding.Kind.UNKNOWN_COLUMN, () -> file.name() + ": " + label);
            }
        }
        for (Column column : Column.values()) {
            if (found.containsKey(column)) {
                continue;
            }
            if (column.required()) {
                throw new PanelException(
                        Code.BAD_HEADER, file.name(), file.row(), "column '" + column.label() + "' is missing");
            }
            String effect = column == Column.SCOPE ? " (all volumes are taken as 'aggregate')" : "";
            findings.add(Finding.Kind.ABSENT_COLUMN, () -> file.name() + ": " + column.label() + effect);
        }
        return new Header(line.fields(), found);
    }

    private static @Nullable Column column(String label) {
        for (Column column : Column.values()) {
            if (column.label().equals(label)) {
                return column;
            }
        }
        return null;
    }

    int fields() {
        return fields;
    }

    /** The field of a column, -1 where the file lacks it. */
    int field(Column column) {
        return fieldOf.getOrDefault(column, -1);
    }
}
