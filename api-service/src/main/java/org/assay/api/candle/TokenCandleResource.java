package org.assay.api.candle;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.problem.Problem;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens/{id}/candles")
@Secured(KeyAuthentication.ROLE)
final class TokenCandleResource {

    private final Candles candles;
    private final Tokens tokens;

    TokenCandleResource(Candles candles, Tokens tokens) {
        this.candles = candles;
        this.tokens = tokens;
    }

    @Get
    @Operation(
            operationId = "listTokenCandles",
            tags = "candles",
            summary = "Candles of a token",
            description = "The newest version of each candle of the token over all venues, in USD.",
            parameters = {
                @Parameter(
                        name = "id",
                        in = ParameterIn.PATH,
                        required = true,
                        description = "Token id (a slug, not a symbol).",
                        schema = @Schema(implementation = String.class),
                        example = "ethereum"),
                @Parameter(
                        name = "interval",
                        in = ParameterIn.QUERY,
                        description = "Length of a candle.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"1m", "5m", "15m", "1h", "4h", "1d"},
                                        defaultValue = "1h")),
                @Parameter(
                        name = "start",
                        in = ParameterIn.QUERY,
                        description =
                                "RFC 3339 (offset + written %2B), or whole seconds since the epoch. First open time.",
                        schema = @Schema(implementation = String.class),
                        example = "2026-11-21T00:00:00Z"),
                @Parameter(
                        name = "end",
                        in = ParameterIn.QUERY,
                        description =
                                "RFC 3339 (offset + written %2B), or whole seconds since the epoch. Open times before this; not before start.",
                        schema = @Schema(implementation = String.class),
                        example = "2026-11-22T00:00:00Z"),
                @Parameter(
                        name = "order",
                        in = ParameterIn.QUERY,
                        description = "By open time: newest first, or oldest first.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"asc", "desc"},
                                        defaultValue = "desc")),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "Entries on a page.",
                        schema =
                                @Schema(
                                        implementation = Integer.class,
                                        minimum = "1",
                                        maximum = "1000",
                                        defaultValue = "100")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "next_cursor of the page before, asked with the same path and filters.",
                        schema = @Schema(implementation = String.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "A page of candles.",
            headers = {
                @Header(
                        name = "ETag",
                        description = "Weak: ages do not count.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "Link",
                        description = "rel=next, where there is a next page.",
                        schema = @Schema(implementation = String.class))
            })
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_token`. When the id is a symbol, the problem names the tokens that have it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @CommonAnswers
    Mono<HttpResponse<CandlePage>> list(HttpRequest<?> request, @PathVariable String id) {
        return Tokens.isPossible(id)
                ? candles.page(request, new Series.OfToken(id)).switchIfEmpty(Mono.defer(() -> tokens.unknown(id)))
                : tokens.unknown(id);
    }
}
