package org.assay.api.grade;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.History;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.json.JsonDocuments;
import org.assay.api.sql.Select;
import reactor.core.publisher.Mono;

/** Reads the grades of one token, of each time the version in force at a moment. */
@Singleton
class GradeHistoryStore {

    private final R2dbcOperations database;
    private final JsonDocuments documents;

    GradeHistoryStore(R2dbcOperations database, JsonDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    Mono<List<PastGrade>> list(String token, GradeSeries series, KnownBy knownBy, History history, int count) {
        Select select = Select.of("""
                select distinct on (valid_at) valid_at, known_at, model, grade, reason, class, momentum, change_24h,
                  cast(sub_scores as text) as sub_scores, score, standing, smoothed, in_universe, price from grade""")
                .where(
                        "token = ? and kind = ? and cadence = ?",
                        token,
                        series.kind(),
                        series.cadence().code())
                .where("valid_at >= ? and valid_at < ?", history.from(), history.to())
                .where("known_at <= ?", knownBy.moment());
        if (history.ascending()) {
            select.then("order by valid_at, known_at desc limit ?", count);
        } else {
            select.then("order by valid_at desc, known_at desc limit ?", count);
        }
        return select.list(database, row -> PastGrade.read(row, documents));
    }

    /** How fresh the newest grade is; empty when there is no such token. */
    Mono<Freshness> freshness(String token, GradeSeries series, KnownBy knownBy) {
        return Select.of("select g.valid_at, g.known_at from token t")
                .then(
                        "left join lateral (select valid_at, known_at from grade where token = t.id and kind = ?"
                                + " and cadence = ? and known_at <= ? order by valid_at desc, known_at desc limit 1) g on true",
                        series.kind(),
                        series.cadence().code(),
                        knownBy.moment())
                .where("t.id = ?", token)
                .first(database, row -> Freshness.read(row, series.cadence(), knownBy));
    }
}
