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
import org.assay.api.list.PagedSeries;
import org.assay.api.market.MarketId;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.problem.Problem;
import org.assay.api.token.OfToken;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1")
@Secured(KeyAuthentication.ROLE)
final class CandleResource {

    private final Candles candles;
    private final Tokens tokens;

    CandleResource(Candles candles, Tokens tokens) {
        this.candles = candles;
        this.tokens = tokens;
    }

    @Get("/markets/{market:.+}/candles")
    @Operation(
            operationId = "listMarketCandles",
            tags = "candles",
            summary = "Candles of a market",
            description = "The newest version of each candle of one market, in units of its quote asset.",
            parameters = {
                @Parameter(
                        name = "market",
                        in = ParameterIn.PATH,
                        required = true,
                        description =
                                "Market id, venue:symbol. A symbol with a slash is taken percent-encoded (kraken:BTC%2FUSD) and as it is (kraken:BTC/USD).",
                        schema = @Schema(implementation = String.class),
                        example = "binance:ETHUSDT")
            })
    @CandleRange
    @PagedSeries
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
            description = "`unknown_market`.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @CommonAnswers
    Mono<HttpResponse<CandlePage>> ofMarket(HttpRequest<?> request, @PathVariable String market) {
        MarketId id = MarketId.ofPath(market);
        return candles.page(request, new Series.OfMarket(id.venue(), id.symbol()))
                .switchIfEmpty(Mono.defer(() -> Mono.error(id.unknown())));
    }

    @Get("/tokens/{id}/candles")
    @Operation(
            operationId = "listTokenCandles",
            tags = "candles",
            summary = "Candles of a token",
            description = "The newest version of each candle of the token over all venues, in USD.")
    @OfToken
    @CandleRange
    @PagedSeries
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
    @CommonAnswers
    Mono<HttpResponse<CandlePage>> ofToken(HttpRequest<?> request, @PathVariable String id) {
        return Tokens.isPossible(id)
                ? candles.page(request, new Series.OfToken(id)).switchIfEmpty(Mono.defer(() -> tokens.unknown(id)))
                : tokens.unknown(id);
    }
}
