package org.assay.api.analysis;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.AtParameter;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.OneAnswer;
import org.assay.api.token.OfToken;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens/{id}/correlations")
@Secured(KeyAuthentication.ROLE)
final class CorrelationResource {

    private final Analyses analyses;

    CorrelationResource(Analyses analyses) {
        this.analyses = analyses;
    }

    @Get
    @Operation(
            operationId = "getTokenCorrelations",
            tags = "analysis",
            summary = "Correlations of a token",
            description =
                    "The tokens whose daily returns moved most and least with the token's, with the number of days that both have.")
    @OfToken
    @AtParameter
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<Analysis<CorrelationFigures>>> get(HttpRequest<?> request, @PathVariable String id) {
        return analyses.answer(request, id, AnalysisKind.CORRELATION, CorrelationFigures.class);
    }
}
