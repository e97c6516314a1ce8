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
import org.assay.api.list.Paged;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.PageAnswer;
import org.assay.api.query.QueryParameters;
import reactor.core.publisher.Mono;

@Controller("/v1/indices/{id}/rebalances")
@Secured(KeyAuthentication.ROLE)
final class RebalanceResource {

    private static final Set<String> PARAMETERS = Set.of("start", "end", "order", KnownBy.PARAMETER, "limit", "cursor");

    private final IndexStore indices;
    private final IndexLedgerStore ledger;
    private final Listing listing;
    private final Clock clock;

    RebalanceResource(IndexStore indices, IndexLedgerStore ledger, Listing listing, Clock clock) {
        this.indices = indices;
        this.ledger = ledger;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listIndexRebalances",
            tags = "indices",
            summary = "Ledger of an index",
            description =
                    "Every trade with the reason and price of every changed holding. With the daily closes of the"
                            + " tokens it names, the levels recompute from it: the level of a day is the sum of units times price.")
    @OfIndex
    @HistoryRange
    @AsOfParameter
    @Paged
    @PageAnswer
    @CommonAnswers
    Mono<HttpResponse<RebalancePage>> list(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        History range = History.of(parameters);
        KnownBy knownBy = KnownBy.of(parameters, clock);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return indices.freshness(id, knownBy).flatMap(freshness -> ledger.list(id, knownBy, range, page)
                .map(trades -> answer(request, page, new Frame(id, freshness), trades)));
    }

    private HttpResponse<RebalancePage> answer(
            HttpRequest<?> request, PageRequest page, Frame frame, List<Rebalance> trades) {
        return Revalidation.of(
                request,
                listing.page(
                        request,
                        page,
                        trades,
                        IndexLedgerStore::sortKey,
                        (shown, nextCursor) -> new RebalancePage(shown, nextCursor, frame.id(), frame.freshness())),
                List.of(frame.freshness().ageless(), trades),
                IndexResource.CADENCE);
    }

    private record Frame(String id, Freshness freshness) {}
}
