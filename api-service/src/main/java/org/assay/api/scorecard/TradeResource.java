package org.assay.api.scorecard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.list.PagedSeries;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.PageAnswer;
import org.assay.api.problem.Problem;
import org.assay.api.query.QueryParameters;
import org.assay.api.token.Tokens;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Controller("/v1/scorecard/trades")
@Secured(KeyAuthentication.ROLE)
final class TradeResource {

    private static final Set<String> PARAMETERS = Set.of("token", KnownBy.PARAMETER, "limit", "cursor");

    private final ScorecardStore store;
    private final Tokens tokens;
    private final Listing listing;
    private final Clock clock;

    TradeResource(ScorecardStore store, Tokens tokens, Listing listing, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listScorecardTrades",
            tags = "scorecard",
            summary = "The trades behind the scorecard of signals",
            description =
                    "Every trade that following the daily signals would have made, by token and in order, with all"
                            + " that its return is computed from. All pages of a list are of the moment of its first page.",
            parameters = {
                @Parameter(
                        name = "token",
                        in = ParameterIn.QUERY,
                        description = "Only this token's.",
                        schema = @Schema(implementation = String.class),
                        example = "ethereum")
            })
    @AsOfParameter
    @PagedSeries
    @PageAnswer
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_token`.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @CommonAnswers
    Mono<HttpResponse<Page<Trade>>> list(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        Optional<String> token = parameters.slug("token");
        KnownBy knownBy = KnownBy.of(parameters, clock);
        PageRequest page = listing.request(request, ListBounds.SERIES);
        Mono<List<ScorecardStore.TradeEntry>> rows = store.trades(token, knownBy, page);
        return token.map(id -> tokens.allExist("token", List.of(id)).then(rows))
                .orElse(rows)
                .map(entries -> Revalidation.of(
                        request,
                        listing.page(request, page, entries, ScorecardStore.TradeEntry::sortKey, TradeResource::body),
                        entries.stream().map(ScorecardStore.TradeEntry::trade).toList(),
                        ScorecardResource.CADENCE));
    }

    private static Page<Trade> body(List<ScorecardStore.TradeEntry> entries, @Nullable String nextCursor) {
        return new Page<>(entries.stream().map(ScorecardStore.TradeEntry::trade).toList(), nextCursor);
    }
}
