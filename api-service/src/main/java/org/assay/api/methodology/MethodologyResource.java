package org.assay.api.methodology;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.grade.ExplanationMethod;
import org.assay.api.json.JsonDocuments;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.OneAnswer;
import org.assay.api.query.QueryParameters;
import org.assay.api.sql.Select;
import reactor.core.publisher.Mono;

@Controller("/v1/methodology")
@Secured(KeyAuthentication.ROLE)
final class MethodologyResource {

    /** A new model may wait this long to be seen. */
    private static final Duration CADENCE = Duration.ofSeconds(60);

    private final R2dbcOperations database;
    private final JsonDocuments documents;
    private final Clock clock;

    MethodologyResource(R2dbcOperations database, JsonDocuments documents, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "getMethodology",
            tags = "methodology",
            summary = "How the ratings are made",
            description =
                    "Formula, thresholds of labels, signals and regime, every model with its provenance and inputs,"
                            + " which of them is in force, and the versions of the rules of the indices.")
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<Methodology>> get(HttpRequest<?> request) {
        KnownBy knownBy = KnownBy.of(QueryParameters.of(request, Set.of(KnownBy.PARAMETER)), clock);
        return Mono.zip(inForce(knownBy), models(knownBy), indices(knownBy), rules(knownBy))
                .map(found -> Revalidation.of(
                        request,
                        HttpResponse.ok(new Methodology(
                                ExplanationMethod.STANDARD,
                                found.getT4().classes(),
                                found.getT4().momentum(),
                                found.getT4().signals(),
                                found.getT4().regime(),
                                found.getT1(),
                                found.getT2(),
                                found.getT3())),
                        List.of(
                                found.getT1().stream()
                                        .map(ModelInForce::ageless)
                                        .toList(),
                                found.getT2(),
                                found.getT3(),
                                found.getT4()),
                        CADENCE));
    }

    private Mono<List<ModelInForce>> inForce(KnownBy knownBy) {
        return Select.of("""
                        select distinct on (cadence) cadence, valid_at, known_at, model, tokens, graded from rating_run""")
                .where("known_at <= ?", knownBy.moment())
                .then("order by cadence, valid_at desc, known_at desc")
                .list(database, row -> ModelInForce.read(row, knownBy));
    }

    private Mono<List<RatingModel>> models(KnownBy knownBy) {
        return Select.of("""
                        select version, cast(provenance as text) as provenance, cast(inputs as text) as inputs, loaded_at
                        from rating_model""")
                .where("loaded_at <= ?", knownBy.moment())
                .then("order by loaded_at desc, version desc")
                .list(database, row -> RatingModel.read(row, documents));
    }

    private Mono<List<IndexRules>> indices(KnownBy knownBy) {
        return Select.of("select distinct on (id) id, version, known_at from index_definition")
                .where("known_at <= ?", knownBy.moment())
                .then("order by id, known_at desc")
                .list(database, IndexRules::read);
    }

    private Mono<RulesInForce> rules(KnownBy knownBy) {
        return Select.of("select distinct on (subject) subject, cast(rules as text) as rules from rating_rules")
                .where("known_at <= ?", knownBy.moment())
                .then("order by subject, known_at desc")
                .list(database, row -> Map.entry(row.text("subject"), row.text("rules")))
                .map(rows -> RulesInForce.read(
                        rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), documents));
    }
}
