package org.assay.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request over HTTP.
 *
 * @param path below the venue's base, beginning with a slash
 * @param query the parameters
 * @param nowUs the time of the request, microseconds since 1970
 * @param reader reads the market; this request's alone
 */
public record RestCall(String path, Map<String, List<String>> query, long nowUs, MarketReader reader) {

    /** A parameter; empty when it is absent or has no value. */
    public Optional<String> text(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /**
     * A whole number.
     *
     * @throws NumberFormatException when it is none
     */
    public OptionalLong number(String name) {
        Optional<String> value = text(name);
        return value.isPresent() ? OptionalLong.of(Long.parseLong(value.get())) : OptionalLong.empty();
    }

    /** A whole number within bounds; {@code usual} when it is absent. */
    public int limit(String name, int usual, int most) {
        return Math.clamp(number(name).orElse(usual), 1, most);
    }
}
