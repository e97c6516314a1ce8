package org.assay.api.index;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.AtParameter;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.OneAnswer;
import org.assay.api.query.QueryParameters;
import reactor.core.publisher.Mono;

@Controller("/v1/indices/{id}/holdings")
@Secured(KeyAuthentication.ROLE)
final class IndexHoldingResource {

    private final IndexStore store;
    private final Clock clock;

    IndexHoldingResource(IndexStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "getIndexHoldings",
            tags = "indices",
            summary = "Holdings of an index",
            description = "What the index holds after a day's close and trades, the latest or of a day of the past.")
    @OfIndex
    @AtParameter
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<IndexHoldings>> get(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters parameters = QueryParameters.of(request, Set.of("at", KnownBy.PARAMETER));
        KnownBy knownBy = KnownBy.of(parameters, clock);
        Instant at = parameters.time("at").orElse(knownBy.moment());
        return store.holdings(id, at, knownBy)
                .map(found -> Revalidation.of(request, HttpResponse.ok(found), found.ageless(), IndexResource.CADENCE));
    }
}
