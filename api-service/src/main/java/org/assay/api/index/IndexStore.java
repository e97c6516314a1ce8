package org.assay.api.index;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.json.JsonDocuments;
import org.assay.api.list.PageRequest;
import org.assay.api.problem.FailureException;
import org.assay.api.problem.ProblemCode;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads what an index is, where it stands and what it holds. */
@Singleton
class IndexStore {

    private static final TypeReference<List<IndexHolding>> HOLDINGS = new TypeReference<>() {};

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");

    private final R2dbcOperations database;
    private final JsonDocuments documents;

    IndexStore(R2dbcOperations database, JsonDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    /** The indices defined by a moment, by id. */
    Mono<List<IndexSummary>> list(KnownBy knownBy, PageRequest page) {
        Select select = summaries(knownBy);
        @Nullable List<String> after = page.after();
        if (after != null) {
            select.where("d.id collate \"C\" > ?", after.getFirst());
        }
        select.then("order by d.id collate \"C\" limit ?", page.fetch());
        return select.list(database, row -> summary(row, knownBy));
    }

    /** One index; ends in a 404 {@code unknown_index} when there is none, or was none by then. */
    Mono<IndexSummary> find(String id, KnownBy knownBy) {
        return isPossible(id)
                ? summaries(knownBy)
                        .where("d.id = ?", id)
                        .first(database, row -> summary(row, knownBy))
                        .switchIfEmpty(Mono.defer(() -> Mono.error(unknown())))
                : Mono.error(unknown());
    }

    /** What an index held at {@code at}; ends in a 404 {@code unknown_index} when there is none. */
    Mono<IndexHoldings> holdings(String id, Instant at, KnownBy knownBy) {
        Select select = Select.of("""
                select d.id, l.valid_at, l.known_at, l.level, l.reason, l.regime, l.defensive, l.held_at_last_print,
                  cast(h.holdings as text) as holdings
                from (select distinct id from index_definition) d""")
                .then(
                        "left join lateral (select * from index_level where index_id = d.id and valid_at <= ?"
                                + " and known_at <= ? order by valid_at desc, known_at desc limit 1) l on true",
                        at,
                        knownBy.moment())
                .then("left join index_holding h on h.index_id = d.id and h.valid_at = l.valid_at"
                        + " and h.known_at = l.known_at");
        return isPossible(id)
                ? select.where("d.id = ?", id)
                        .first(database, row -> holdings(row, knownBy))
                        .switchIfEmpty(Mono.defer(() -> Mono.error(unknown())))
                : Mono.error(unknown());
    }

    /** How fresh the newest level is; ends in a 404 {@code unknown_index} when there is no such index. */
    Mono<Freshness> freshness(String id, KnownBy knownBy) {
        Select select = Select.of("select l.valid_at, l.known_at from (select distinct id from index_definition) d")
                .then(
                        "left join lateral (select valid_at, known_at from index_level where index_id = d.id"
                                + " and known_at <= ? order by valid_at desc, known_at desc limit 1) l on true",
                        knownBy.moment());
        return isPossible(id)
                ? select.where("d.id = ?", id)
                        .first(database, row -> Freshness.read(row, Cadence.DAILY, knownBy))
                        .switchIfEmpty(Mono.defer(() -> Mono.error(unknown())))
                : Mono.error(unknown());
    }

    private static Select summaries(KnownBy knownBy) {
        Instant moment = knownBy.moment();
        return Select.of("""
                select d.id, d.name, d.description, d.version, cast(d.rules as text) as rules, l.valid_at, l.known_at, l.level,
                  l.reason, l.regime, l.defensive, l.held_at_last_print, jsonb_array_length(h.holdings) as holdings,
                  l.level / b1.level - 1 as return_1d, l.level / b7.level - 1 as return_7d,
                  l.level / b30.level - 1 as return_30d
                from""")
                .then(
                        "(select distinct on (id) * from index_definition where known_at <= ? order by id, known_at desc) d",
                        moment)
                .then(
                        "left join lateral (select * from index_level where index_id = d.id and known_at <= ?"
                                + " order by valid_at desc, known_at desc limit 1) l on true",
                        moment)
                .then("left join index_holding h on h.index_id = d.id and h.valid_at = l.valid_at"
                        + " and h.known_at = l.known_at")
                .then(
                        "left join lateral (select level from index_level where index_id = d.id"
                                + " and valid_at = l.valid_at - interval '24 hours' and known_at <= ?"
                                + " order by known_at desc limit 1) b1 on true",
                        moment)
                .then(
                        "left join lateral (select level from index_level where index_id = d.id"
                                + " and valid_at = l.valid_at - interval '168 hours' and known_at <= ?"
                                + " order by known_at desc limit 1) b7 on true",
                        moment)
                .then(
                        "left join lateral (select level from index_level where index_id = d.id"
                                + " and valid_at = l.valid_at - interval '720 hours' and known_at <= ?"
                                + " order by known_at desc limit 1) b30 on true",
                        moment);
    }

    private IndexSummary summary(Columns row, KnownBy knownBy) {
        return new IndexSummary(
                row.text("id"),
                row.text("name"),
                row.text("description"),
                row.text("version"),
                documents.read(row.text("rules"), IndexRulebook.class),
                IndexState.read(row),
                row.integerOrNull("holdings"),
                row.realOrNull("return_1d"),
                row.realOrNull("return_7d"),
                row.realOrNull("return_30d"),
                Freshness.read(row, Cadence.DAILY, knownBy));
    }

    private IndexHoldings holdings(Columns row, KnownBy knownBy) {
        List<IndexHolding> holdings = Optional.ofNullable(row.textOrNull("holdings"))
                .map(text -> documents.read(text, HOLDINGS))
                .orElse(List.of());
        return new IndexHoldings(
                row.text("id"), IndexState.read(row), holdings, Freshness.read(row, Cadence.DAILY, knownBy));
    }

    /** Whether an index can have this id; any other text is not for the database. */
    private static boolean isPossible(String id) {
        return ID.matcher(id).matches();
    }

    private static FailureException unknown() {
        return FailureException.rejected(
                ProblemCode.UNKNOWN_INDEX, "There is no index of this id.", "id", "GET /v1/indices lists the indices");
    }
}
