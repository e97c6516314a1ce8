package org.assay.api.venue;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.list.Paged;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.query.QueryParameters;
import reactor.core.publisher.Mono;

@Controller("/v1/venues")
@Secured(KeyAuthentication.ROLE)
final class VenueResource {

    /** Workers report every five seconds, and at once when something changes. */
    private static final Duration CADENCE = Duration.ofSeconds(1);

    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    private final VenueStore store;
    private final Listing listing;
    private final Clock clock;

    VenueResource(VenueStore store, Listing listing, Clock clock) {
        this.store = store;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listVenues",
            tags = "venues",
            summary = "Venues and their state",
            description =
                    "Every venue that is followed, by id, with the state of its streams, its counters and how fresh all that is.")
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "A page of venues.",
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
    Mono<HttpResponse<Page<Venue>>> list(HttpRequest<?> request) {
        QueryParameters.of(request, PARAMETERS);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(page, clock.instant())
                .map(rows -> Revalidation.of(
                        request,
                        listing.page(request, page, rows, venue -> List.of(venue.id())),
                        rows.stream().map(Venue::ageless).toList(),
                        CADENCE));
    }
}
