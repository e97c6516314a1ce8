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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.AtParameter;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.Page;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.OneAnswer;
import org.assay.api.problem.FailureException;
import org.assay.api.problem.Problem;
import org.assay.api.query.QueryParameters;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1/scorecard")
@Secured(KeyAuthentication.ROLE)
final class ScorecardResource {

    /** Scorecards are made once a day; a new one may wait this long to be seen. */
    static final Duration CADENCE = Duration.ofSeconds(60);

    private static final Set<String> PARAMETERS = Set.of("kind", "token", "at", KnownBy.PARAMETER);
    private static final List<String> KINDS = List.of("trader", "investor", "signals", "forecast");

    private final ScorecardStore store;
    private final Tokens tokens;
    private final Clock clock;

    ScorecardResource(ScorecardStore store, Tokens tokens, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listScorecards",
            tags = "scorecard",
            summary = "How past ratings did",
            description =
                    "Of each kind the scorecard in force: the outcomes after grades by bucket and horizon (trader,"
                            + " investor), the results of following the signals at costs of 0, 10 and 30 basis points, the share of"
                            + " outcomes inside the intervals of the forecasts. Tokens that ended are in them. A kind of which"
                            + " nothing was computed yet is not in the list.",
            parameters = {
                @Parameter(
                        name = "kind",
                        in = ParameterIn.QUERY,
                        description = "Only this kind.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"trader", "investor", "signals", "forecast"})),
                @Parameter(
                        name = "token",
                        in = ParameterIn.QUERY,
                        description =
                                "Id of a token: how following its signal did. Not with another kind than signals.",
                        schema = @Schema(implementation = String.class),
                        example = "ethereum")
            })
    @AtParameter
    @AsOfParameter
    @OneAnswer
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_token`.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @CommonAnswers
    Mono<HttpResponse<Page<Scorecard>>> list(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        Optional<String> kind = parameters.word("kind", KINDS);
        Optional<String> token = parameters.slug("token");
        if (token.isPresent() && kind.filter(word -> !word.equals("signals")).isPresent()) {
            throw FailureException.invalidParameter(
                    "token", "goes with the kind signals alone; the others are of all tokens");
        }
        KnownBy knownBy = KnownBy.of(parameters, clock);
        Instant at = parameters.time("at").orElse(knownBy.moment());
        Mono<List<Scorecard>> rows = store.list(kind, token, at, knownBy);
        return token.map(id -> tokens.allExist("token", List.of(id)).then(rows))
                .orElse(rows)
                .map(found -> Revalidation.of(
                        request,
                        HttpResponse.ok(new Page<>(found, null)),
                        found.stream().map(Scorecard::ageless).toList(),
                        CADENCE));
    }
}
