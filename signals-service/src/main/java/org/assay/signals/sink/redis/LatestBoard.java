package org.assay.signals.sink.redis;

import com.google.protobuf.ByteString;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The latest value of every key and which of them Redis does not have yet. Holds one value a key, however long Redis is
 * away. Of one thread.
 */
final class LatestBoard {

    private final Map<Slot, Value> latest = new HashMap<>();
    private final Set<Slot> dirty = new LinkedHashSet<>();

    /** A field of a hash. */
    record Slot(String hash, String field) {}

    /**
     * A record's bytes.
     *
     * @param order a value of a lower order never replaces one of a higher
     */
    record Value(TopicPartition origin, long order, ByteString bytes) {}

    void put(Slot slot, Value value) {
        Value before = latest.get(slot);
        if (before == null || before.order() <= value.order()) {
            latest.put(slot, value);
            dirty.add(slot);
        }
    }

    void remove(Slot slot) {
        latest.remove(slot);
        dirty.add(slot);
    }

    /** Forgets what came from these partitions, without removing it from Redis: another process has them now. */
    void forget(Collection<TopicPartition> partitions) {
        latest.values().removeIf(value -> partitions.contains(value.origin()));
        dirty.removeIf(slot -> !latest.containsKey(slot));
    }

    /** Everything has to be written again. */
    void taint() {
        dirty.addAll(latest.keySet());
    }

    void taint(Collection<Slot> slots) {
        dirty.addAll(slots);
    }

    int pending() {
        return dirty.size();
    }

    int size() {
        return latest.size();
    }

    /** Takes up to {@code most} fields to be written, the longest waiting first; an empty value is a field to delete. */
    Map<Slot, Optional<ByteString>> take(int most) {
        Map<Slot, Optional<ByteString>> taken = new LinkedHashMap<>();
        for (Slot slot : dirty) {
            if (taken.size() == most) {
                break;
            }
            taken.put(slot, Optional.ofNullable(latest.get(slot)).map(Value::bytes));
        }
        dirty.removeAll(taken.keySet());
        return taken;
    }
}
