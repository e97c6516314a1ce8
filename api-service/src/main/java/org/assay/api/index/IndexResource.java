package org.assay.api.index;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.list.Paged;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.OneAnswer;
import org.assay.api.openapi.PageAnswer;
import org.assay.api.query.QueryParameters;
import reactor.core.publisher.Mono;

@Controller("/v1/indices")
@Secured(KeyAuthentication.ROLE)
final class IndexResource {

    /** Levels are made once a day; a new one may wait this long to be seen. */
    static final Duration CADENCE = Duration.ofSeconds(60);

    private final IndexStore store;
    private final Listing listing;
    private final Clock clock;

    IndexResource(IndexStore store, Listing listing, Clock clock) {
        this.store = store;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listIndices",
            tags = "indices",
            summary = "Indices",
            description = "Every index by id, with the rules in force and the latest level.")
    @AsOfParameter
    @Paged
    @PageAnswer
    @CommonAnswers
    Mono<HttpResponse<Page<IndexSummary>>> list(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, Set.of(KnownBy.PARAMETER, "limit", "cursor"));
        KnownBy knownBy = KnownBy.of(parameters, clock);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(knownBy, page)
                .map(rows -> Revalidation.of(
                        request,
                        listing.page(request, page, rows, index -> List.of(index.id())),
                        rows.stream().map(IndexSummary::ageless).toList(),
                        CADENCE));
    }

    @Get("/{id}")
    @Operation(
            operationId = "getIndex",
            tags = "indices",
            summary = "One index",
            description = "The index with the rules in force and its latest level.")
    @OfIndex
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<IndexSummary>> get(HttpRequest<?> request, @PathVariable String id) {
        KnownBy knownBy = KnownBy.of(QueryParameters.of(request, Set.of(KnownBy.PARAMETER)), clock);
        return store.find(id, knownBy)
                .map(index -> Revalidation.of(request, HttpResponse.ok(index), index.ageless(), CADENCE));
    }
}
