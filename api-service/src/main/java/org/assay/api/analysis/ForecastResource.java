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

@Controller("/v1/tokens/{id}/forecast")
@Secured(KeyAuthentication.ROLE)
final class ForecastResource {

    private final Analyses analyses;

    ForecastResource(Analyses analyses) {
        this.analyses = analyses;
    }

    @Get
    @Operation(
            operationId = "getTokenForecast",
            tags = "analysis",
            summary = "Forecast of a token",
            description =
                    "Quantiles of the return and price 1, 7 and 30 days ahead, calibrated on past outcomes, or why there are none. How often outcomes fell inside the intervals is in /v1/scorecard?kind=forecast.")
    @OfToken
    @AtParameter
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<Analysis<ForecastFigures>>> get(HttpRequest<?> request, @PathVariable String id) {
        return analyses.answer(request, id, AnalysisKind.FORECAST, ForecastFigures.class);
    }
}
