package org.assay.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import org.assay.simulator.fault.FaultKind;
import org.assay.simulator.fault.FaultOrder;
import org.assay.simulator.universe.Venue;
import org.jspecify.annotations.Nullable;

/** Reads the faults that the control API is asked for. */
final class FaultOrders {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS =
            Set.of("venue", "symbol", "kind", "count", "duration", "retry_after", "delay");
    private static final double NANOS = 1e9;

    private FaultOrders() {}

    /** Reads an order; throws {@link IllegalArgumentException} that says what is wrong with it. */
    static FaultOrder read(String body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is no JSON: " + e.getOriginalMessage(), e);
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("Unknown field " + name + "; known are " + FIELDS);
            }
        });
        FaultKind kind = FaultKind.ofCode(root.path("kind").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown kind '" + root.path("kind").asText() + "'"));
        Venue venue = Venue.ofId(root.path("venue").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown venue '" + root.path("venue").asText() + "'"));
        @Nullable
        String symbol = root.hasNonNull("symbol") ? root.path("symbol").asText() : null;
        return new FaultOrder(
                kind,
                venue,
                symbol,
                root.hasNonNull("count") ? OptionalInt.of(count(root.path("count"))) : OptionalInt.empty(),
                seconds(root, "duration", Duration.ZERO),
                seconds(root, "retry_after", Duration.ofSeconds(1)),
                seconds(root, "delay", Duration.ofSeconds(2)));
    }

    private static int count(JsonNode node) {
        if (!node.canConvertToInt() || node.asInt() < 1) {
            throw new IllegalArgumentException("count must be a whole number above 0");
        }
        return node.asInt();
    }

    private static Duration seconds(JsonNode root, String name, Duration usual) {
        if (!root.hasNonNull(name)) {
            return usual;
        }
        JsonNode node = root.path(name);
        if (!node.isNumber() || !(node.asDouble() >= 0 && node.asDouble() <= 1e6)) {
            throw new IllegalArgumentException(name + " must be a number of seconds");
        }
        return Duration.ofNanos((long) (node.asDouble() * NANOS));
    }
}
