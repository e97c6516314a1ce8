package org.assay.api.venue;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.query.QueryParameters;
import reactor.core.publisher.Mono;

@Controller("/v1/venues")
@Secured(KeyAuthentication.ROLE)
final class VenueResource {

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
    Mono<HttpResponse<Page<Venue>>> list(HttpRequest<?> request) {
        QueryParameters.of(request, PARAMETERS);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(page, clock.instant())
                .map(rows -> listing.page(request, page, rows, venue -> List.of(venue.id())));
    }
}
