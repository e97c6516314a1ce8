package org.assay.signals.market;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Puts candles of the past behind live events: of the records that wait, a task takes the one with the earliest timestamp,
 * so that a delay of the timestamp is a lower priority. Both topics are stamped when they are written; the processing
 * itself reads no timestamps of Kafka's.
 */
final class AfterLive implements TimestampExtractor {

    /** More than live events ever wait, and less than the hour by which a broker lets a record be ahead of its clock. */
    private static final long DELAY_MS = Duration.ofMinutes(30).toMillis();

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() + DELAY_MS;
    }
}
