package org.assay.api.token;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import org.assay.api.query.QueryParameters;

/**
 * Which tokens are asked for, and in which order.
 *
 * @param symbol the whole ticker, in any case
 * @param category a category slug
 * @param venue a venue that has a market of the token
 * @param search part of id, symbol or name, in any case
 */
record TokenQuery(
        Optional<String> symbol,
        Optional<String> category,
        Optional<Boolean> stablecoin,
        Optional<Boolean> wrapped,
        Optional<String> venue,
        Optional<String> search,
        TokenSort sort) {

    private static final Set<String> PARAMETERS =
            Set.of("symbol", "category", "stablecoin", "wrapped", "venue", "q", "sort", "limit", "cursor");

    static TokenQuery of(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        return new TokenQuery(
                parameters.text("symbol"),
                parameters.slug("category"),
                parameters.flag("stablecoin"),
                parameters.flag("wrapped"),
                parameters.slug("venue"),
                parameters.text("q"),
                parameters.choice("sort", TokenSort.byLabel()).orElse(TokenSort.RANK));
    }
}
