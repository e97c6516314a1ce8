package org.assay.api.market;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.api.query.QueryParameters;

/**
 * Which markets are asked for.
 *
 * @param token id of the token traded
 * @param quote the venue's code of what is paid with, in any case, or its id
 * @param resolved whether both codes name a token or currency
 */
record MarketQuery(
        Optional<String> venue,
        Optional<String> token,
        Optional<String> quote,
        Optional<String> state,
        Optional<Boolean> streamed,
        Optional<Boolean> resolved) {

    static final List<String> STATES = List.of("trading", "halted", "delisted");

    private static final Set<String> PARAMETERS =
            Set.of("venue", "token", "quote", "state", "streamed", "resolved", "limit", "cursor");
    private static final Set<String> PARAMETERS_OF_TOKEN =
            Set.of("venue", "quote", "state", "streamed", "limit", "cursor");

    static MarketQuery of(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        return of(parameters, parameters.slug("token"), parameters.flag("resolved"));
    }

    /** The markets of one token, which is not a parameter but in the path. */
    static MarketQuery of(HttpRequest<?> request, String token) {
        return of(QueryParameters.of(request, PARAMETERS_OF_TOKEN), Optional.of(token), Optional.empty());
    }

    private static MarketQuery of(QueryParameters parameters, Optional<String> token, Optional<Boolean> resolved) {
        return new MarketQuery(
                parameters.slug("venue"),
                token,
                parameters.text("quote"),
                parameters.word("state", STATES),
                parameters.flag("streamed"),
                resolved);
    }
}
