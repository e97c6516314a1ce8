package org.assay.api.grade;

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
import org.assay.api.token.OfToken;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens/{id}/grades")
@Secured(KeyAuthentication.ROLE)
final class TokenGradeResource {

    private static final Set<String> PARAMETERS =
            Set.of("kind", "cadence", "start", "end", "order", KnownBy.PARAMETER, "limit", "cursor");

    private final GradeHistoryStore store;
    private final Tokens tokens;
    private final Listing listing;
    private final Clock clock;

    TokenGradeResource(GradeHistoryStore store, Tokens tokens, Listing listing, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listTokenGrades",
            tags = "grades",
            summary = "Grades of a token over time",
            description = "Of each day or hour the version in force, with the time at which it was said; with as_of the"
                    + " version that was in force then.")
    @OfToken
    @OfKind
    @HistoryRange
    @AsOfParameter
    @PagedSeries
    @PageAnswer
    @CommonAnswers
    Mono<HttpResponse<GradeHistoryPage>> list(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        GradeSeries series = GradeSeries.of(parameters);
        History history = History.of(parameters);
        KnownBy knownBy = KnownBy.of(parameters, clock);
        PageRequest page = listing.request(request, ListBounds.SERIES);
        if (!Tokens.isPossible(id)) {
            return tokens.unknown(id);
        }
        return Mono.zip(
                        store.freshness(id, series, knownBy),
                        store.list(id, series, knownBy, history.after(page), page.fetch()))
                .<HttpResponse<GradeHistoryPage>>map(
                        found -> answer(request, page, new Frame(id, series, found.getT1()), found.getT2()))
                .switchIfEmpty(Mono.defer(() -> tokens.unknown(id)));
    }

    private HttpResponse<GradeHistoryPage> answer(
            HttpRequest<?> request, PageRequest page, Frame frame, List<PastGrade> grades) {
        return Revalidation.of(
                request,
                listing.page(
                        request,
                        page,
                        grades,
                        grade -> History.sortKey(grade.validAt()),
                        (shown, nextCursor) -> new GradeHistoryPage(
                                shown,
                                nextCursor,
                                frame.token(),
                                frame.series().kind(),
                                frame.series().cadence().code(),
                                frame.freshness())),
                List.of(frame.freshness().ageless(), grades),
                GradeResource.CADENCE);
    }

    private record Frame(String token, GradeSeries series, Freshness freshness) {}
}
