package org.assay.signals.sink.postgres;

/**
 * A record that could be read.
 *
 * @param partition where it lies
 * @param offset where it lies
 */
public record SinkRecord<M>(int partition, long offset, M message) {}
