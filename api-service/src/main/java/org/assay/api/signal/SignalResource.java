package org.assay.api.signal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.CadenceParameter;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.PageRequest;
import org.assay.api.list.Paged;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.PageAnswer;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1/signals")
@Secured(KeyAuthentication.ROLE)
final class SignalResource {

    /** Signals are made once an hour; a new one may wait this long to be seen. */
    static final Duration CADENCE = Duration.ofSeconds(60);

    private final SignalStore store;
    private final Tokens tokens;
    private final Listing listing;
    private final Clock clock;

    SignalResource(SignalStore store, Tokens tokens, Listing listing, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listSignals",
            tags = "signals",
            summary = "Signals of all tokens",
            description =
                    "The signal in force of every token that ever had one, by token id. All pages of a list are of"
                            + " the moment of its first page.",
            parameters = {
                @Parameter(
                        name = "signal",
                        in = ParameterIn.QUERY,
                        description = "1 long, 0 none, -1 short.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"-1", "0", "1"})),
                @Parameter(
                        name = "changed",
                        in = ParameterIn.QUERY,
                        description = "Whether it changed in its latest period.",
                        schema = @Schema(implementation = Boolean.class)),
                @Parameter(
                        name = "category",
                        in = ParameterIn.QUERY,
                        description = "Category slug.",
                        schema = @Schema(implementation = String.class),
                        example = "layer-1"),
                @Parameter(
                        name = "ids",
                        in = ParameterIn.QUERY,
                        description =
                                "1 to 250 token ids with commas between; each is answered for, with a signal or without.",
                        schema = @Schema(implementation = String.class),
                        example = "bitcoin,ethereum")
            })
    @CadenceParameter
    @AsOfParameter
    @Paged
    @PageAnswer
    @CommonAnswers
    Mono<HttpResponse<SignalListPage>> list(HttpRequest<?> request) {
        SignalQuery query = SignalQuery.of(request, clock);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        Mono<List<SignalStore.Entry>> rows = store.list(query, page);
        return query.ids()
                .map(ids -> tokens.allExist("ids", ids).then(rows))
                .orElse(rows)
                .map(entries -> Revalidation.of(
                        request,
                        listing.page(
                                request,
                                page,
                                entries,
                                SignalStore.Entry::sortKey,
                                (shown, nextCursor) -> new SignalListPage(
                                        shown.stream()
                                                .map(SignalStore.Entry::latest)
                                                .toList(),
                                        nextCursor,
                                        query.cadence().code())),
                        entries.stream().map(entry -> entry.latest().ageless()).toList(),
                        CADENCE));
    }
}
