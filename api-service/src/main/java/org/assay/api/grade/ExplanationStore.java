package org.assay.api.grade;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.json.JsonDocuments;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads what led to a grade: the token's own numbers, and the cross-section that it stands in. */
@Singleton
class ExplanationStore {

    private final R2dbcOperations database;
    private final JsonDocuments documents;

    ExplanationStore(R2dbcOperations database, JsonDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    /**
     * The grade in force at {@code at} and what led to it; empty when there is no such token.
     *
     * @param at the last valid_at that counts
     */
    Mono<Explanation> find(String token, GradeSeries series, Instant at, KnownBy knownBy) {
        String kind = series.kind();
        String cadence = series.cadence().code();
        Instant moment = knownBy.moment();
        return Select.of("""
                select t.id, g.valid_at, g.known_at, g.model, g.grade, g.reason, cast(e.document as text) as own,
                  cast(c.document as text) as cross_section
                from token t""")
                .then(
                        "left join lateral (select valid_at, known_at, model, grade, reason from grade where token = t.id"
                                + " and kind = ? and cadence = ? and valid_at <= ? and known_at <= ?"
                                + " order by valid_at desc, known_at desc limit 1) g on true",
                        kind,
                        cadence,
                        at,
                        moment)
                .then(
                        "left join lateral (select document from grade_explanation where token = t.id and kind = ?"
                                + " and cadence = ? and valid_at = g.valid_at and known_at <= ?"
                                + " order by known_at desc limit 1) e on true",
                        kind,
                        cadence,
                        moment)
                .then(
                        "left join lateral (select document from grade_cross_section where kind = ? and cadence = ?"
                                + " and valid_at = g.valid_at and known_at <= ? order by known_at desc limit 1) c on true",
                        kind,
                        cadence,
                        moment)
                .where("t.id = ?", token)
                .first(database, row -> read(row, series, knownBy));
    }

    private Explanation read(Columns row, GradeSeries series, KnownBy knownBy) {
        @Nullable Instant validAt = row.timeOrNull("valid_at");
        @Nullable String grade = row.realOrNull("grade");
        @Nullable GradeComputation computation = grade == null ? null : computation(row, new BigDecimal(grade));
        return new Explanation(
                row.text("id"),
                series.kind(),
                series.cadence().code(),
                row.textOrNull("model"),
                grade,
                reason(validAt, row.textOrNull("reason"), computation),
                computation,
                ExplanationMethod.STANDARD,
                Freshness.read(row, series.cadence(), knownBy));
    }

    private static @Nullable String reason(
            @Nullable Instant validAt, @Nullable String ofGrade, @Nullable GradeComputation computation) {
        if (validAt == null) {
            return "not_graded_yet";
        }
        return ofGrade == null && computation == null ? "not_explained" : ofGrade;
    }

    /** Absent where nothing was kept, or nothing of this version of the grade. */
    private @Nullable GradeComputation computation(Columns row, BigDecimal grade) {
        @Nullable String ownText = row.textOrNull("own");
        @Nullable String crossText = row.textOrNull("cross_section");
        if (ownText == null || crossText == null) {
            return null;
        }
        Own own = documents.read(ownText, Own.class);
        if (own.grade().doubleValue() != grade.doubleValue()) {
            return null;
        }
        CrossSection cross = documents.read(crossText, CrossSection.class);
        return new GradeComputation(
                own.base(),
                own.inputs(),
                own.score(),
                cross.referenceScores(),
                own.standing(),
                own.history(),
                own.smoothed(),
                cross.referenceSmoothed(),
                own.grade());
    }

    /** The document of grade_explanation. */
    record Own(
            BigDecimal base,
            List<GradeInput> inputs,
            BigDecimal score,
            BigDecimal standing,
            List<PastStanding> history,
            BigDecimal smoothed,
            BigDecimal grade) {}

    /** The document of grade_cross_section. */
    record CrossSection(List<BigDecimal> referenceScores, List<BigDecimal> referenceSmoothed) {}
}
