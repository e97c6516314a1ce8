package org.assay.signals.sink;

/** The stream topology as a reader of topics, for {@link SinkProgress}. */
public interface StreamsInput {

    /** The consumer group whose committed offsets say how far the topology has come. */
    String consumerGroup();
}
