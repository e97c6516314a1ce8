package org.assay.api.index;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.History;
import org.assay.api.bitemporal.HistoryRange;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.PageRequest;
import org.assay.api.list.PagedSeries;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.PageAnswer;
import org.assay.api.query.QueryParameters;
import reactor.core.publisher.Mono;

@Controller("/v1/indices/{id}/performance")
@Secured(KeyAuthentication.ROLE)
final class IndexPerformanceResource {

    private static final Set<String> PARAMETERS = Set.of("start", "end", "order", KnownBy.PARAMETER, "limit", "cursor");

    private final IndexStore indices;
    private final IndexPerformanceStore store;
    private final Listing listing;
    private final Clock clock;

    IndexPerformanceResource(IndexStore indices, IndexPerformanceStore store, Listing listing, Clock clock) {
        this.indices = indices;
        this.store = store;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listIndexLevels",
            tags = "indices",
            summary = "Levels and performance of an index",
            description = "Of each day the level in force, and the figures of the whole life of the index.")
    @OfIndex
    @HistoryRange
    @AsOfParameter
    @PagedSeries
    @PageAnswer
    @CommonAnswers
    Mono<HttpResponse<IndexPerformancePage>> list(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        History history = History.of(parameters);
        KnownBy knownBy = KnownBy.of(parameters, clock);
        PageRequest page = listing.request(request, ListBounds.SERIES);
        return indices.freshness(id, knownBy).flatMap(freshness -> Mono.zip(
                        store.figures(id, knownBy), store.levels(id, knownBy, history.after(page), page.fetch()))
                .map(found -> answer(request, page, new Frame(id, found.getT1(), freshness), found.getT2())));
    }

    private HttpResponse<IndexPerformancePage> answer(
            HttpRequest<?> request, PageRequest page, Frame frame, List<IndexLevel> levels) {
        return Revalidation.of(
                request,
                listing.page(
                        request,
                        page,
                        levels,
                        level -> History.sortKey(level.validAt()),
                        (shown, nextCursor) -> new IndexPerformancePage(
                                shown, nextCursor, frame.id(), frame.figures(), frame.freshness())),
                List.of(frame.freshness().ageless(), frame.figures(), levels),
                IndexResource.CADENCE);
    }

    private record Frame(String id, IndexFigures figures, Freshness freshness) {}
}
