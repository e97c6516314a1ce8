package org.assay.api.market;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import reactor.core.publisher.Mono;

@Controller("/v1/markets")
@Secured(KeyAuthentication.ROLE)
final class MarketResource {

    /** Instrument lists are read once in a while; a new market may wait this long. */
    private static final Duration CADENCE = Duration.ofSeconds(60);

    private final MarketStore store;
    private final Listing listing;

    MarketResource(MarketStore store, Listing listing) {
        this.store = store;
        this.listing = listing;
    }

    @Get
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
                        example = "bitcoin"),
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
                        name = "resolved",
                        in = ParameterIn.QUERY,
                        description = "Whether both codes name a token or currency.",
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
    @CommonAnswers
    Mono<HttpResponse<Page<Market>>> list(HttpRequest<?> request) {
        MarketQuery query = MarketQuery.of(request);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(query, page)
                .map(rows -> Revalidation.of(
                        request, listing.page(request, page, rows, MarketStore::sortKey), rows, CADENCE));
    }
}
