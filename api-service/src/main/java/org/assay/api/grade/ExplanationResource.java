package org.assay.api.grade;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.AtParameter;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.OneAnswer;
import org.assay.api.query.QueryParameters;
import org.assay.api.token.OfToken;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens/{id}/grades/explain")
@Secured(KeyAuthentication.ROLE)
final class ExplanationResource {

    private static final Set<String> PARAMETERS = Set.of("kind", "cadence", "at", KnownBy.PARAMETER);

    private final ExplanationStore store;
    private final Tokens tokens;
    private final Clock clock;

    ExplanationResource(ExplanationStore store, Tokens tokens, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "explainTokenGrade",
            tags = "grades",
            summary = "What led to a grade",
            description =
                    "Every input with its value, time, source, rank and contribution, the version of the model, and"
                            + " the steps from contributions to score, standing, smoothed standing and grade. Recomputing the"
                            + " steps of `method` from this answer alone gives the grade.")
    @OfToken
    @OfKind
    @AtParameter
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<Explanation>> explain(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        GradeSeries series = GradeSeries.of(parameters);
        KnownBy knownBy = KnownBy.of(parameters, clock);
        Instant at = parameters.time("at").orElse(knownBy.moment());
        if (!Tokens.isPossible(id)) {
            return tokens.unknown(id);
        }
        return store.find(id, series, at, knownBy)
                .switchIfEmpty(Mono.defer(() -> tokens.unknown(id)))
                .map(found -> Revalidation.of(request, HttpResponse.ok(found), found.ageless(), GradeResource.CADENCE));
    }
}
