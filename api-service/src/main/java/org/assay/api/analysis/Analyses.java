package org.assay.api.analysis;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.json.JsonDocuments;
import org.assay.api.list.Revalidation;
import org.assay.api.query.QueryParameters;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import org.assay.api.token.Tokens;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Answers requests for what was computed of a token. */
@Singleton
class Analyses {

    /** They are made once a day; a new one may wait this long to be seen. */
    private static final Duration CADENCE = Duration.ofSeconds(60);

    private static final Set<String> PARAMETERS = Set.of("at", KnownBy.PARAMETER);

    private final R2dbcOperations database;
    private final JsonDocuments documents;
    private final Tokens tokens;
    private final Clock clock;

    Analyses(R2dbcOperations database, JsonDocuments documents, Tokens tokens, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What is in force at the times that the request names; a 404 {@code unknown_token} when there is no such token. */
    <D> Mono<HttpResponse<Analysis<D>>> answer(HttpRequest<?> request, String token, AnalysisKind kind, Class<D> form) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        KnownBy knownBy = KnownBy.of(parameters, clock);
        Instant at = parameters.time("at").orElse(knownBy.moment());
        if (!Tokens.isPossible(token)) {
            return tokens.unknown(token);
        }
        Select select =
                Select.of("select t.id, a.valid_at, a.known_at, cast(a.document as text) as document from token t");
        join(select, kind, at, knownBy.moment());
        return select.where("t.id = ?", token)
                .first(database, row -> read(row, form, knownBy))
                .switchIfEmpty(Mono.defer(() -> tokens.unknown(token)))
                .map(found -> Revalidation.of(request, HttpResponse.ok(found), found.ageless(), CADENCE));
    }

    private static void join(Select select, AnalysisKind kind, Instant at, Instant moment) {
        switch (kind) {
            case QUANT -> select.then("left join lateral (select * from quant_metric");
            case CORRELATION -> select.then("left join lateral (select * from correlation");
            case LEVEL -> select.then("left join lateral (select * from price_level");
            case FORECAST -> select.then("left join lateral (select * from forecast");
        }
        select.then(
                "where token = t.id and valid_at <= ? and known_at <= ? order by valid_at desc, known_at desc limit 1) a"
                        + " on true",
                at,
                moment);
    }

    private <D> Analysis<D> read(Columns row, Class<D> form, KnownBy knownBy) {
        @Nullable String document = row.textOrNull("document");
        Freshness freshness = Freshness.read(row, Cadence.DAILY, knownBy);
        return document == null
                ? new Analysis<>(row.text("id"), null, "not_computed_yet", freshness)
                : new Analysis<>(row.text("id"), documents.read(document, form), null, freshness);
    }
}
