package org.assay.signals.sink.table;

import static java.util.stream.Collectors.joining;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.jspecify.annotations.Nullable;

/**
 * Appends versions of rows: one that says what the version in force at its known_at said is left out. So a run that is done
 * again, and a record that is delivered again, write nothing.
 *
 * @param <R> a row
 */
final class VersionedInsert<R> {

    private final ArrayInsert<R> insert;
    private final Function<R, List<Object>> key;
    private final Function<R, ByteString> digest;

    private VersionedInsert(ArrayInsert<R> insert, Function<R, List<Object>> key, Function<R, ByteString> digest) {
        this.insert = insert;
        this.key = key;
        this.digest = digest;
    }

    /**
     * Makes the statement.
     *
     * @param key columns that tell rows apart, without known_at
     * @param rest the other columns, without known_at and digest
     * @param identity the values of the key columns
     */
    static <R> VersionedInsert<R> of(
            String table,
            List<Column<R>> key,
            List<Column<R>> rest,
            Function<R, List<Object>> identity,
            ToLongFunction<R> knownAtUs,
            Function<R, ByteString> digest) {
        Column<R> known = new Column.Time<>("known_at", knownAtUs);
        Column<R> hash = new Column.Cast<>("digest", "bytea", row -> bytea(digest.apply(row)));
        List<Column<R>> columns = new ArrayList<>(key);
        columns.add(known);
        columns.addAll(rest);
        columns.add(hash);
        String same = key.stream()
                .map(column -> "v." + column.name() + " = " + column.expression())
                .collect(joining(" and "));
        return new VersionedInsert<>(
                new ArrayInsert<>(
                        table,
                        columns,
                        "where (select v.digest from " + table + " v where " + same + " and v.known_at <= "
                                + known.expression() + " order by v.known_at desc limit 1) is distinct from "
                                + hash.expression() + "\non conflict do nothing"),
                identity,
                digest);
    }

    /** Inserts what says something new and answers how many rows that were. */
    int execute(Connection connection, List<R> rows) throws SQLException {
        List<R> pending = new ArrayList<>();
        Map<List<Object>, ByteString> said = new HashMap<>();
        int written = 0;
        for (R row : rows) {
            @Nullable ByteString before = said.put(key.apply(row), digest.apply(row));
            if (before != null && !before.equals(digest.apply(row))) {
                // The statement does not see the rows that it inserts itself.
                written += insert.execute(connection, pending);
                pending.clear();
                said.clear();
                said.put(key.apply(row), digest.apply(row));
            }
            if (before == null || !before.equals(digest.apply(row))) {
                pending.add(row);
            }
        }
        return written + insert.execute(connection, pending);
    }

    private static String bytea(ByteString bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes.toByteArray());
    }
}
