package org.assay.signals.rating.daily;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.ratings.index.IndexRules;
import org.assay.ratings.index.IndexState;
import org.assay.ratings.signal.SignalState;
import org.assay.signals.rating.record.RatingJson;
import org.assay.signals.rating.record.SignalStates;

/**
 * All that the next day depends on, beside bars, capitalisations and grades.
 *
 * @param signals by token
 * @param indices by index
 */
public record DailyState(Map<String, SignalState> signals, Map<String, IndexState> indices) {

    public DailyState {
        signals = Map.copyOf(signals);
        indices = Map.copyOf(indices);
    }

    /** Before the first day. */
    public static DailyState initial(List<IndexRules> rules) {
        Map<String, IndexState> indices = new TreeMap<>();
        rules.forEach(index -> indices.put(index.id(), IndexState.initial(index)));
        return new DailyState(Map.of(), indices);
    }

    /** Written and read back, it is equal. */
    public ObjectNode json() {
        ObjectNode json = RatingJson.object();
        json.set("signals", SignalStates.json(signals));
        ObjectNode states = json.putObject("indices");
        new TreeMap<>(indices).forEach((id, state) -> states.set(id, RatingJson.tree(state)));
        return json;
    }

    /** Reads what {@link #json} wrote; an index that it does not know begins anew. */
    public static DailyState read(JsonNode json, List<IndexRules> rules) {
        Map<String, IndexState> indices = new TreeMap<>();
        for (IndexRules index : rules) {
            JsonNode state = json.path("indices").path(index.id());
            indices.put(
                    index.id(),
                    state.isObject() ? RatingJson.read(state, IndexState.class) : IndexState.initial(index));
        }
        return new DailyState(SignalStates.read(json.path("signals")), indices);
    }
}
