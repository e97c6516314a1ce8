package org.assay.api.gap;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.api.market.MarketId;
import org.assay.api.query.QueryParameters;
import org.assay.api.query.TimeRange;

/**
 * Which gaps are asked for.
 *
 * @param range gaps that touch it
 */
record GapQuery(
        Optional<String> venue,
        Optional<MarketId> market,
        Optional<String> status,
        Optional<String> cause,
        TimeRange range) {

    static final List<String> STATUSES =
            List.of("open", "filled_by_trades", "filled_by_candles", "unfillable", "empty");
    static final List<String> CAUSES = List.of("sequence", "reconnect", "stale", "restart");

    private static final Set<String> PARAMETERS =
            Set.of("venue", "market", "status", "cause", "start", "end", "limit", "cursor");

    static GapQuery of(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        return new GapQuery(
                parameters.slug("venue"),
                parameters.text("market").map(text -> MarketId.ofParameter("market", text)),
                parameters.word("status", STATUSES),
                parameters.word("cause", CAUSES),
                parameters.range());
    }
}
