package org.assay.api.sql;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CompileTimeConstant;
import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query put together from constant fragments; each {@code ?} in a fragment stands for one bound value, so that nothing a
 * caller sends can become SQL.
 *
 * <p>Values go to the driver as they are. A repository interface would bind an {@link java.time.Instant} as local time of
 * the process's zone, which is ambiguous for an hour a year.
 */
public final class Select {

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();
    private boolean conditional;

    private Select(String head) {
        this.sql = new StringBuilder(head);
    }

    /** Begins a query with its {@code select} and {@code from}, without conditions. */
    public static Select of(@CompileTimeConstant String head) {
        return new Select(head);
    }

    /** Adds a condition that must hold too. */
    @CanIgnoreReturnValue
    public Select where(@CompileTimeConstant String condition, Object... bound) {
        sql.append(conditional ? " and (" : " where (");
        conditional = true;
        add(condition, bound);
        sql.append(')');
        return this;
    }

    /** Adds what follows the conditions. */
    @CanIgnoreReturnValue
    public Select then(@CompileTimeConstant String tail, Object... bound) {
        sql.append(' ');
        add(tail, bound);
        return this;
    }

    private void add(String fragment, Object... bound) {
        int next = 0;
        for (int i = 0; i < fragment.length(); i++) {
            char c = fragment.charAt(i);
            if (c == '?') {
                values.add(bound[next++]);
                sql.append('$').append(values.size());
            } else {
                sql.append(c);
            }
        }
        if (next != bound.length) {
            throw new IllegalArgumentException(bound.length + " values for " + next + " places in: " + fragment);
        }
    }

    /** Runs the query; all rows in order. Nothing happens before the result is subscribed to. */
    public <T> Mono<List<T>> list(R2dbcOperations database, Function<Columns, T> read) {
        return Mono.from(database.withConnection(connection -> {
            Statement statement = connection.createStatement(sql.toString());
            for (int i = 0; i < values.size(); i++) {
                statement.bind(i, values.get(i));
            }
            return Flux.from(statement.execute())
                    .concatMap(result -> result.map((row, metadata) -> read.apply(new Columns(row))))
                    .collectList();
        }));
    }

    /** Runs the query; its first row, or empty. */
    public <T> Mono<T> first(R2dbcOperations database, Function<Columns, T> read) {
        return list(database, read).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(rows.getFirst()));
    }

    /** The text as the database sees it, for tests. */
    String text() {
        return sql.toString();
    }

    /** The values in the order of their places, for tests. */
    List<Object> bound() {
        return Collections.unmodifiableList(values);
    }
}
