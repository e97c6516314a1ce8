package org.assay.api.market;

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.problem.Problem;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens/{id}/markets")
@Secured(KeyAuthentication.ROLE)
final class TokenMarketResource {

    /** Quotes are stored up to twice a second. */
    private static final Duration CADENCE = Duration.ofSeconds(1);

    private final MarketStore store;
    private final LatestReader latest;
    private final Tokens tokens;
    private final Listing listing;
    private final Clock clock;

    TokenMarketResource(MarketStore store, LatestReader latest, Tokens tokens, Listing listing, Clock clock) {
        this.store = store;
        this.latest = latest;
        this.tokens = tokens;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listTokenMarkets",
            tags = "tokens",
            summary = "Markets of a token",
            description =
                    "The markets that trade the token, by venue and symbol, with best bid and offer and last price. What is not known is null with a reason.",
            parameters = {
                @Parameter(
                        name = "id",
                        in = ParameterIn.PATH,
                        required = true,
                        description = "Token id (a slug, not a symbol).",
                        schema = @Schema(implementation = String.class),
                        example = "ethereum"),
                @Parameter(
                        name = "venue",
                        in = ParameterIn.QUERY,
                        description = "Venue id.",
                        schema = @Schema(implementation = String.class),
                        example = "kraken"),
                @Parameter(
                        name = "quote",
                        in = ParameterIn.QUERY,
                        description =
                                "What is paid with: the venue's code in any case (USDT), or an id (tether, fiat:USD).",
                        schema = @Schema(implementation = String.class),
                        example = "USDT"),
                @Parameter(
                        name = "state",
                        in = ParameterIn.QUERY,
                        description = "What the venue says of the market.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"trading", "halted", "delisted"})),
                @Parameter(
                        name = "streamed",
                        in = ParameterIn.QUERY,
                        description = "Whether this installation follows its trades.",
                        schema = @Schema(implementation = Boolean.class)),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "Entries on a page.",
                        schema =
                                @Schema(
                                        implementation = Integer.class,
                                        minimum = "1",
                                        maximum = "500",
                                        defaultValue = "100")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "next_cursor of the page before, asked with the same path and filters.",
                        schema = @Schema(implementation = String.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "A page of markets.",
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
    Mono<HttpResponse<Page<TokenMarket>>> list(HttpRequest<?> request, @PathVariable String id) {
        MarketQuery query = MarketQuery.of(request, id);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        if (!Tokens.isPossible(id)) {
            return tokens.unknown(id);
        }
        return store.list(query, page)
                .flatMap(rows -> rows.isEmpty() ? tokens.exists(id).thenReturn(rows) : Mono.just(rows))
                .zipWhen(latest::read)
                .map(found -> answer(request, page, found.getT1(), found.getT2()));
    }

    private HttpResponse<Page<TokenMarket>> answer(
            HttpRequest<?> request, PageRequest page, List<Market> rows, Latest latestValues) {
        Instant now = clock.instant();
        List<TokenMarket> markets = rows.stream()
                .map(market -> TokenMarket.of(market, latestValues, now))
                .toList();
        return Revalidation.of(
                request,
                listing.page(request, page, markets, market -> MarketStore.sortKey(market.market())),
                markets.stream().map(TokenMarket::ageless).toList(),
                CADENCE);
    }
}
