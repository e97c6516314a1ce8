package org.assay.api.signal;

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
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.CadenceParameter;
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
import org.assay.api.token.OfToken;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens/{id}/signals")
@Secured(KeyAuthentication.ROLE)
final class TokenSignalResource {

    private static final Set<String> PARAMETERS =
            Set.of("cadence", "start", "end", "order", KnownBy.PARAMETER, "limit", "cursor");

    private final SignalStore store;
    private final Tokens tokens;
    private final Listing listing;
    private final Clock clock;

    TokenSignalResource(SignalStore store, Tokens tokens, Listing listing, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listTokenSignals",
            tags = "signals",
            summary = "Signals of a token over time",
            description = "Of each day or hour the version in force, with the time at which it was said; with as_of the"
                    + " version that was in force then.")
    @OfToken
    @CadenceParameter
    @HistoryRange
    @AsOfParameter
    @PagedSeries
    @PageAnswer
    @CommonAnswers
    Mono<HttpResponse<SignalHistoryPage>> list(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        Cadence cadence = parameters.choice("cadence", Cadence.byCode()).orElse(Cadence.DAILY);
        History history = History.of(parameters);
        KnownBy knownBy = KnownBy.of(parameters, clock);
        PageRequest page = listing.request(request, ListBounds.SERIES);
        if (!Tokens.isPossible(id)) {
            return tokens.unknown(id);
        }
        return Mono.zip(
                        store.freshness(id, cadence, knownBy),
                        store.history(id, cadence, knownBy, history.after(page), page.fetch()))
                .<HttpResponse<SignalHistoryPage>>map(
                        found -> answer(request, page, new Frame(id, cadence, found.getT1()), found.getT2()))
                .switchIfEmpty(Mono.defer(() -> tokens.unknown(id)));
    }

    private HttpResponse<SignalHistoryPage> answer(
            HttpRequest<?> request, PageRequest page, Frame frame, List<PastSignal> signals) {
        return Revalidation.of(
                request,
                listing.page(
                        request,
                        page,
                        signals,
                        signal -> History.sortKey(signal.validAt()),
                        (shown, nextCursor) -> new SignalHistoryPage(
                                shown,
                                nextCursor,
                                frame.token(),
                                frame.cadence().code(),
                                frame.freshness())),
                List.of(frame.freshness().ageless(), signals),
                SignalResource.CADENCE);
    }

    private record Frame(String token, Cadence cadence, Freshness freshness) {}
}
