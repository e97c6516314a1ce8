package org.assay.api.gap;

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
import org.assay.api.list.Paged;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import reactor.core.publisher.Mono;

@Controller("/v1/gaps")
@Secured(KeyAuthentication.ROLE)
final class GapResource {

    /** A gap's end is stored within about this time. */
    private static final Duration CADENCE = Duration.ofSeconds(1);

    private final GapStore store;
    private final Listing listing;

    GapResource(GapStore store, Listing listing) {
        this.store = store;
        this.listing = listing;
    }

    @Get
    @Operation(
            operationId = "listGaps",
            tags = "gaps",
            summary = "Gaps in the trade streams",
            description =
                    "Stretches of a stream in which trades may have been missed, and how each ended. The newest found first.",
            parameters = {
                @Parameter(
                        name = "venue",
                        in = ParameterIn.QUERY,
                        description = "Venue id.",
                        schema = @Schema(implementation = String.class),
                        example = "kraken"),
                @Parameter(
                        name = "market",
                        in = ParameterIn.QUERY,
                        description = "Market id, venue:symbol.",
                        schema = @Schema(implementation = String.class),
                        example = "kraken:BTC/USD"),
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        description = "Open, or how it ended.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "open",
                                            "filled_by_trades",
                                            "filled_by_candles",
                                            "unfillable",
                                            "empty"
                                        })),
                @Parameter(
                        name = "cause",
                        in = ParameterIn.QUERY,
                        description = "How it was found.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"sequence", "reconnect", "stale", "restart"})),
                @Parameter(
                        name = "start",
                        in = ParameterIn.QUERY,
                        description =
                                "RFC 3339 (offset + written %2B), or whole seconds since the epoch. Gaps that touch the time from here on.",
                        schema = @Schema(implementation = String.class),
                        example = "2026-11-21T00:00:00Z"),
                @Parameter(
                        name = "end",
                        in = ParameterIn.QUERY,
                        description =
                                "RFC 3339 (offset + written %2B), or whole seconds since the epoch. Gaps that touch the time before; not before start.",
                        schema = @Schema(implementation = String.class),
                        example = "2026-11-22T00:00:00Z")
            })
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "A page of gaps.",
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
    Mono<HttpResponse<Page<Gap>>> list(HttpRequest<?> request) {
        GapQuery query = GapQuery.of(request);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(query, page)
                .map(rows ->
                        Revalidation.of(request, listing.page(request, page, rows, GapStore::sortKey), rows, CADENCE));
    }
}
