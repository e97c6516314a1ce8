package org.assay.api.methodology;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.assay.api.json.JsonDocuments;
import org.jspecify.annotations.Nullable;

/** The rules beside the model that the runs said they work by; empty and null before the first run. */
record RulesInForce(
        List<Threshold> classes,
        List<Threshold> momentum,
        List<SignalRules> signals,
        @Nullable RegimeRules regime) {

    /** The stored rules of the subject {@code grades}. */
    @Introspected
    record Labels(List<Threshold> classes, List<Threshold> momentum) {}

    /** The stored rules of the subject {@code signals}. */
    @Introspected
    record Signals(List<SignalRules> cadences) {}

    /** @param rules the stored JSON by subject */
    static RulesInForce read(Map<String, String> rules, JsonDocuments documents) {
        @Nullable String grades = rules.get("grades");
        @Nullable String signals = rules.get("signals");
        @Nullable String regime = rules.get("regime");
        Labels labels = grades == null ? new Labels(List.of(), List.of()) : documents.read(grades, Labels.class);
        return new RulesInForce(
                labels.classes(),
                labels.momentum(),
                signals == null
                        ? List.of()
                        : documents.read(signals, Signals.class).cadences(),
                regime == null ? null : documents.read(regime, RegimeRules.class));
    }
}
