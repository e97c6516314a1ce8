package org.assay.signals.sink.postgres;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.assay.signals.sink.SinkFailure;
import org.jspecify.annotations.Nullable;

/**
 * How a sink is doing.
 *
 * @param failure why it does not store at the moment; null when it does
 * @param stored for each partition that is this process's, the offset before which everything is stored
 * @param lag records that are in the topic and not yet stored, as far as known
 */
public record SinkState(String sink, @Nullable SinkFailure failure, Map<TopicPartition, Long> stored, long lag) {

    public SinkState {
        stored = Map.copyOf(stored);
    }
}
