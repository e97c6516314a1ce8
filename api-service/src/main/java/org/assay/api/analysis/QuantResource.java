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

@Controller("/v1/tokens/{id}/quant")
@Secured(KeyAuthentication.ROLE)
final class QuantResource {

    private final Analyses analyses;

    QuantResource(Analyses analyses) {
        this.analyses = analyses;
    }

    @Get
    @Operation(
            operationId = "getTokenQuant",
            tags = "analysis",
            summary = "Quant metrics of a token",
            description =
                    "Returns, risk and ratios over 30, 90 and 365 days and since the first close, each with its value or the reason why there is none, and what they assume: risk-free rate, days of a year, coverage.")
    @OfToken
    @AtParameter
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<Analysis<QuantFigures>>> get(HttpRequest<?> request, @PathVariable String id) {
        return analyses.answer(request, id, AnalysisKind.QUANT, QuantFigures.class);
    }
}
