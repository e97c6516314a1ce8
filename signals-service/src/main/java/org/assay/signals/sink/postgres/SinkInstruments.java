package org.assay.signals.sink.postgres;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Where a sink puts what it measures and what it cannot store. */
@Singleton
record SinkInstruments(MeterRegistry meters, DeadLetterPublisher deadLetters) {}
