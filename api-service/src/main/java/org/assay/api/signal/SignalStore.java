package org.assay.api.signal;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.History;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.list.PageRequest;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the signal table: what was in force at a moment. */
@Singleton
class SignalStore {

    private final R2dbcOperations database;

    SignalStore(R2dbcOperations database) {
        this.database = database;
    }

    /** An entry; the moment goes with it, so that all pages are of the same one. */
    record Entry(LatestSignal latest, Instant moment) {
        List<String> sortKey() {
            return List.of(moment.toString(), latest.id());
        }
    }

    /** The signal of each token, by token id. */
    Mono<List<Entry>> list(SignalQuery query, PageRequest page) {
        @Nullable List<String> after = page.after();
        KnownBy knownBy = after == null ? query.knownBy() : query.knownBy().at(after.get(0));
        Select select = Select.of("""
                select t.id, t.symbol, t.name, s.valid_at, s.known_at, s.model, cast(s.value as integer) as value, s.reason,
                  cast(s.previous as integer) as previous, s.held, s.missing, s.grade, s.trend, s.price
                from token t""");
        // A token that was asked for by its id is answered for, with a signal or without.
        if (query.ids().isPresent()) {
            select.then("left join lateral");
        } else {
            select.then("join lateral");
        }
        select.then(
                "(select * from signal where token = t.id and cadence = ? and known_at <= ?"
                        + " order by valid_at desc, known_at desc limit 1) s on true",
                query.cadence().code(),
                knownBy.moment());
        query.signal().ifPresent(signal -> select.where("s.value = ?", signal));
        query.changed().ifPresent(flag -> select.where("(s.value <> s.previous) = ?", flag));
        query.category().ifPresent(category -> select.where("t.categories @> array[cast(? as text)]", category));
        query.ids().ifPresent(ids -> select.where("t.id = any(?)", (Object) ids.toArray(String[]::new)));
        if (after != null) {
            select.where("t.id collate \"C\" > ?", after.get(1));
        }
        select.then("order by t.id collate \"C\" limit ?", page.fetch());
        return select.list(database, row -> new Entry(latest(row, query.cadence(), knownBy), knownBy.moment()));
    }

    /** The signals of one token, of each time the version in force. */
    Mono<List<PastSignal>> history(String token, Cadence cadence, KnownBy knownBy, History history, int count) {
        Select select = Select.of("""
                select distinct on (valid_at) valid_at, known_at, model, cast(value as integer) as value, reason,
                  cast(previous as integer) as previous, held, missing, grade, trend, price from signal""")
                .where("token = ? and cadence = ?", token, cadence.code())
                .where("valid_at >= ? and valid_at < ?", history.from(), history.to())
                .where("known_at <= ?", knownBy.moment());
        if (history.ascending()) {
            select.then("order by valid_at, known_at desc limit ?", count);
        } else {
            select.then("order by valid_at desc, known_at desc limit ?", count);
        }
        return select.list(database, PastSignal::read);
    }

    /** How fresh the newest signal is; empty when there is no such token. */
    Mono<Freshness> freshness(String token, Cadence cadence, KnownBy knownBy) {
        return Select.of("select s.valid_at, s.known_at from token t")
                .then(
                        "left join lateral (select valid_at, known_at from signal where token = t.id and cadence = ?"
                                + " and known_at <= ? order by valid_at desc, known_at desc limit 1) s on true",
                        cadence.code(),
                        knownBy.moment())
                .where("t.id = ?", token)
                .first(database, row -> Freshness.read(row, cadence, knownBy));
    }

    private static LatestSignal latest(Columns row, Cadence cadence, KnownBy knownBy) {
        return new LatestSignal(
                row.text("id"),
                row.text("symbol"),
                row.text("name"),
                Signal.read(row),
                Freshness.read(row, cadence, knownBy));
    }
}
