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

@Controller("/v1/tokens/{id}/levels")
@Secured(KeyAuthentication.ROLE)
final class LevelResource {

    private final Analyses analyses;

    LevelResource(Analyses analyses) {
        this.analyses = analyses;
    }

    @Get
    @Operation(
            operationId = "getTokenLevels",
            tags = "analysis",
            summary = "Support and resistance of a token",
            description =
                    "Prices at which past swings turned, below and above the last close, nearest first, with touches and strength.")
    @OfToken
    @AtParameter
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<Analysis<LevelFigures>>> get(HttpRequest<?> request, @PathVariable String id) {
        return analyses.answer(request, id, AnalysisKind.LEVEL, LevelFigures.class);
    }
}
