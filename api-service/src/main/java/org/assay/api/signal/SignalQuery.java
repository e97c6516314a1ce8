package org.assay.api.signal;

import io.micronaut.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.query.QueryParameters;
import org.assay.api.token.Tokens;

/**
 * Which tokens' signals are asked for.
 *
 * @param signal -1, 0 or 1
 * @param changed whether it changed in its period
 * @param category a category slug
 * @param ids token ids; all tokens without
 */
record SignalQuery(
        Cadence cadence,
        Optional<Integer> signal,
        Optional<Boolean> changed,
        Optional<String> category,
        Optional<List<String>> ids,
        KnownBy knownBy) {

    private static final Set<String> PARAMETERS =
            Set.of("cadence", "signal", "changed", "category", "ids", KnownBy.PARAMETER, "limit", "cursor");

    static SignalQuery of(HttpRequest<?> request, Clock clock) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        return new SignalQuery(
                parameters.choice("cadence", Cadence.byCode()).orElse(Cadence.DAILY),
                parameters.choice("signal", Signal.VALUES),
                parameters.flag("changed"),
                parameters.slug("category"),
                parameters.slugs("ids", Tokens.MAX_IDS),
                KnownBy.of(parameters, clock));
    }
}
