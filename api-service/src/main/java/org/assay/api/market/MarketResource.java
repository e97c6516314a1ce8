package org.assay.api.market;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import reactor.core.publisher.Mono;

@Controller("/v1/markets")
@Secured(KeyAuthentication.ROLE)
final class MarketResource {

    private final MarketStore store;
    private final Listing listing;

    MarketResource(MarketStore store, Listing listing) {
        this.store = store;
        this.listing = listing;
    }

    @Get
    Mono<HttpResponse<Page<Market>>> list(HttpRequest<?> request) {
        MarketQuery query = MarketQuery.of(request);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(query, page).map(rows -> listing.page(request, page, rows, MarketStore::sortKey));
    }
}
