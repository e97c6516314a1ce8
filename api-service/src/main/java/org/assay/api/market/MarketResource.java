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
import org.assay.api.list.Paged;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.token.OfToken;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1")
@Secured(KeyAuthentication.ROLE)
final class MarketResource {

    /** Instrument lists are read once in a while; a new market may wait this long. */
    private static final Duration LISTING_CADENCE = Duration.ofSeconds(60);

    /** Quotes are stored up to twice a second. */
    private static final Duration QUOTE_CADENCE = Duration.ofSeconds(1);

    private final MarketStore store;
    private final LatestReader latest;
    private final Tokens tokens;
    private final Listing listing;
    private final Clock clock;

    MarketResource(MarketStore store, LatestReader latest, Tokens tokens, Listing listing, Clock clock) {
        this.store = store;
        this.latest = latest;
        this.tokens = tokens;
        this.listing = listing;
        this.clock = clock;
    }

    @Get("/markets")
    @Operation(
            operationId = "listMarkets",
            tags = "markets",
            summary = "Markets",
            description =
                    "The markets that the venues list, by venue and symbol; those too whose codes name no token or several, with the reason.",
            parameters = {
                @Parameter(
                        name = "venue",
                        in = ParameterIn.QUERY,
                        description = "Venue id.",
                        schema = @Schema(implementation = String.class),
                        example = "kraken"),
                @Parameter(
                        name = "token",
                        in = ParameterIn.QUERY,
                        description = "Id of the token traded.",
                        schema = @Schema(implementation = String.class),
                        example = "bitcoin")
            })
    @MarketFilter
    @ResolvedFilter
    @Paged
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
    @CommonAnswers
    Mono<HttpResponse<Page<Market>>> list(HttpRequest<?> request) {
        MarketQuery query = MarketQuery.of(request);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(query, page)
                .map(rows -> Revalidation.of(
                        request, listing.page(request, page, rows, MarketStore::sortKey), rows, LISTING_CADENCE));
    }

    @Get("/tokens/{id}/markets")
    @Operation(
            operationId = "listTokenMarkets",
            tags = "tokens",
            summary = "Markets of a token",
            description =
                    "The markets that trade the token, by venue and symbol, with best bid and offer and last price. What is not known is null with a reason.")
    @OfToken
    @VenueFilter
    @MarketFilter
    @Paged
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
    @CommonAnswers
    Mono<HttpResponse<Page<TokenMarket>>> ofToken(HttpRequest<?> request, @PathVariable String id) {
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
                QUOTE_CADENCE);
    }
}
