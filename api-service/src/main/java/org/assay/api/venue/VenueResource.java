package org.assay.api.venue;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import reactor.core.publisher.Mono;

@Controller("/v1/venues")
@Secured(KeyAuthentication.ROLE)
final class VenueResource {

    private final VenueRepository venues;
    private final Listing listing;

    VenueResource(VenueRepository venues, Listing listing) {
        this.venues = venues;
        this.listing = listing;
    }

    /** The venues, by id. */
    @Get
    Mono<HttpResponse<Page<VenueRow>>> list(HttpRequest<?> request) {
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        List<String> after = page.after();
        return venues.list(after == null ? "" : after.getFirst(), page.fetch())
                .collectList()
                .map(rows -> listing.page(request, page, rows, venue -> List.of(venue.id())));
    }
}
