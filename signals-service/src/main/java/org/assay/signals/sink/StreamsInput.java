package org.assay.signals.sink;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import jakarta.inject.Singleton;
import org.assay.signals.StreamsConfiguration;

/** The stream topology as a reader of topics. Exists where this process runs it. */
@Singleton
@Requires(property = "assay.signals.streams.enabled", notEquals = StringUtils.FALSE)
record StreamsInput(StreamsConfiguration streams) {

    /** The consumer group whose committed offsets say how far the topology has come. */
    String consumerGroup() {
        return streams.applicationId();
    }
}
