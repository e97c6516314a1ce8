package org.assay.api.regime;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.assay.api.bitemporal.AsOfParameter;
import org.assay.api.bitemporal.AtParameter;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.json.JsonDocuments;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.openapi.OneAnswer;
import org.assay.api.query.QueryParameters;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import reactor.core.publisher.Mono;

@Controller("/v1/market")
@Secured(KeyAuthentication.ROLE)
final class MarketStateResource {

    /** It is made once a day; a new one may wait this long to be seen. */
    private static final Duration CADENCE = Duration.ofSeconds(60);

    private final R2dbcOperations database;
    private final JsonDocuments documents;
    private final Clock clock;

    MarketStateResource(R2dbcOperations database, JsonDocuments documents, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "getMarketState",
            tags = "market",
            summary = "State of the market",
            description = "Regime, breadth, dominance, volatility and level of the whole market after a day's close.")
    @AtParameter
    @AsOfParameter
    @OneAnswer
    @CommonAnswers
    Mono<HttpResponse<MarketState>> get(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, Set.of("at", KnownBy.PARAMETER));
        KnownBy knownBy = KnownBy.of(parameters, clock);
        Instant at = parameters.time("at").orElse(knownBy.moment());
        return Select.of("select valid_at, known_at, regime, cast(document as text) as document from market_regime")
                .where("valid_at <= ? and known_at <= ?", at, knownBy.moment())
                .then("order by valid_at desc, known_at desc limit 1")
                .first(database, row -> read(row, knownBy))
                .defaultIfEmpty(MarketState.UNKNOWN)
                .map(state -> Revalidation.of(request, HttpResponse.ok(state), state.ageless(), CADENCE));
    }

    private MarketState read(Columns row, KnownBy knownBy) {
        return new MarketState(
                row.text("regime"),
                documents.read(row.text("document"), MarketFigures.class),
                null,
                Freshness.read(row, Cadence.DAILY, knownBy));
    }
}
