package org.assay.api.grade;

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
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.PageRequest;
import org.assay.api.list.Paged;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.PageAnswer;
import org.assay.api.token.Tokens;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Controller("/v1/grades")
@Secured(KeyAuthentication.ROLE)
final class GradeResource {

    /** Grades are made once an hour; a new one may wait this long to be seen. */
    static final Duration CADENCE = Duration.ofSeconds(60);

    private final GradeStore store;
    private final Tokens tokens;
    private final Listing listing;
    private final Clock clock;

    GradeResource(GradeStore store, Tokens tokens, Listing listing, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listGrades",
            tags = "grades",
            summary = "Grades of all tokens",
            description =
                    "The grade in force of every token that was ever graded. A token that cannot be graded is in the"
                            + " list with the reason. All pages of a list are of the moment of its first page.",
            parameters = {
                @Parameter(
                        name = "class",
                        in = ParameterIn.QUERY,
                        description = "Fifth of the scale.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"very_strong", "strong", "neutral", "weak", "very_weak"})),
                @Parameter(
                        name = "min_grade",
                        in = ParameterIn.QUERY,
                        description = "Lowest grade, 0 to 100.",
                        schema = @Schema(implementation = String.class, format = "decimal"),
                        example = "60"),
                @Parameter(
                        name = "max_grade",
                        in = ParameterIn.QUERY,
                        description = "Highest grade, 0 to 100.",
                        schema = @Schema(implementation = String.class, format = "decimal"),
                        example = "100"),
                @Parameter(
                        name = "signal",
                        in = ParameterIn.QUERY,
                        description = "Signal of the same cadence.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"-1", "0", "1"})),
                @Parameter(
                        name = "category",
                        in = ParameterIn.QUERY,
                        description = "Category slug.",
                        schema = @Schema(implementation = String.class),
                        example = "layer-1"),
                @Parameter(
                        name = "ids",
                        in = ParameterIn.QUERY,
                        description = "1 to 250 token ids with commas between; each is answered for, graded or not.",
                        schema = @Schema(implementation = String.class),
                        example = "bitcoin,ethereum"),
                @Parameter(
                        name = "sort",
                        in = ParameterIn.QUERY,
                        description = "Order; - turns it round. What is unknown comes last.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "-grade",
                                            "grade",
                                            "-change_24h",
                                            "change_24h",
                                            "token",
                                            "-token"
                                        },
                                        defaultValue = "-grade"))
            })
    @OfKind
    @AsOfParameter
    @Paged
    @PageAnswer
    @CommonAnswers
    Mono<HttpResponse<GradeListPage>> list(HttpRequest<?> request) {
        GradeQuery query = GradeQuery.of(request, clock);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        Mono<List<GradeStore.Entry>> rows = store.list(query, page);
        return query.ids()
                .map(ids -> tokens.allExist("ids", ids).then(rows))
                .orElse(rows)
                .map(entries -> Revalidation.of(
                        request,
                        listing.page(
                                request,
                                page,
                                entries,
                                GradeStore.Entry::sortKey,
                                (shown, nextCursor) -> body(query, shown, nextCursor)),
                        entries.stream().map(entry -> entry.latest().ageless()).toList(),
                        CADENCE));
    }

    private static GradeListPage body(GradeQuery query, List<GradeStore.Entry> entries, @Nullable String nextCursor) {
        return new GradeListPage(
                entries.stream().map(GradeStore.Entry::latest).toList(),
                nextCursor,
                query.series().kind(),
                query.series().cadence().code());
    }
}
