package org.assay.signals.rating.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.assay.ratings.signal.Position;
import org.assay.ratings.signal.SignalState;

/** Writes the states of signals: {@code {"bitcoin": [position, held, missing], ...}}. */
public final class SignalStates {

    private SignalStates() {}

    public static ObjectNode json(Map<String, SignalState> states) {
        ObjectNode json = RatingJson.object();
        new TreeMap<>(states).forEach((token, state) -> json.putArray(token)
                .add(state.position().value())
                .add(state.held())
                .add(state.missing()));
        return json;
    }

    public static Map<String, SignalState> read(JsonNode json) {
        Map<String, SignalState> states = new TreeMap<>();
        json.properties()
                .forEach(entry -> states.put(
                        entry.getKey(),
                        new SignalState(
                                Position.of(entry.getValue().path(0).asInt()),
                                entry.getValue().path(1).asInt(),
                                entry.getValue().path(2).asInt())));
        return states;
    }
}
