package org.assay.api.signal;

import io.micronaut.http.HttpRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.query.QueryParameters;

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

    static final int MAX_IDS = 250;

    private static final Set<String> PARAMETERS =
            Set.of("cadence", "signal", "changed", "category", "ids", KnownBy.PARAMETER, "limit", "cursor");

    static SignalQuery of(HttpRequest<?> request, Clock clock) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        return new SignalQuery(
                parameters.choice("cadence", Cadence.byCode()).orElse(Cadence.DAILY),
                parameters.choice("signal", signals()),
                parameters.flag("changed"),
                parameters.slug("category"),
                parameters.slugs("ids", MAX_IDS),
                KnownBy.of(parameters, clock));
    }

    private static Map<String, Integer> signals() {
        Map<String, Integer> signals = new LinkedHashMap<>();
        List.of(-1, 0, 1).forEach(signal -> signals.put(signal.toString(), signal));
        return signals;
    }
}
