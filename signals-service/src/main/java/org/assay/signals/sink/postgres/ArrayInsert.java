package org.assay.signals.sink.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * An insert of any number of rows by one array parameter a column: the statement's text never changes, so that it is
 * parsed and planned once for each connection.
 *
 * @param <R> a row
 */
public final class ArrayInsert<R> {

    private final List<Column<R>> columns;
    private final String sql;

    /**
     * @param target the table, with an alias where {@code rest} needs one
     * @param rest what follows the select: {@code where} on {@code r.column}, {@code on conflict}
     */
    public ArrayInsert(String target, List<Column<R>> columns, String rest) {
        this.columns = List.copyOf(columns);
        String names = columns.stream().map(Column::name).collect(joining(", "));
        this.sql = "insert into " + target + " (" + names + ")\nselect "
                + columns.stream().map(Column::expression).collect(joining(", "))
                + "\nfrom unnest("
                + columns.stream()
                        .map(column -> "?::" + column.parameterType() + "[]")
                        .collect(joining(", "))
                + ") as r(" + names + ")\n" + rest;
    }

    /** Inserts the rows and answers how many were written. */
    public int execute(Connection connection, List<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setObject(i + 1, columns.get(i).values(rows));
            }
            return statement.executeUpdate();
        }
    }
}
