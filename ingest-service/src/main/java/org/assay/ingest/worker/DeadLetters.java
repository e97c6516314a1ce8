package org.assay.ingest.worker;

import org.assay.events.v1.DeadLetter;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.venue.MalformedPayloadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what could not be read, with its reason. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_PAYLOAD = 64 * 1024;

    private final String venue;
    private final EventPublisher publisher;
    private final VenueStats stats;

    DeadLetters(String venue, EventPublisher publisher, VenueStats stats) {
        this.venue = venue;
        this.publisher = publisher;
        this.stats = stats;
    }

    void add(MalformedPayloadException.Code code, String reason, String payload, String source, long nowUs) {
        long count = stats.deadLetters.incrementAndGet();
        // A venue that changes its format sends nothing else: the log gets a sample, the topic gets all.
        if (Long.bitCount(count) == 1) {
            LOG.warn("{}: payload {} cannot be read ({}): {}", venue, count, code.text(), reason);
        }
        publisher.deadLetter(DeadLetter.newBuilder()
                .setVenue(venue)
                .setCode(code.text())
                .setReason(reason)
                .setPayload(payload.length() > LONGEST_PAYLOAD ? payload.substring(0, LONGEST_PAYLOAD) : payload)
                .setSourceUrl(source)
                .setReceivedAtUs(nowUs)
                .build());
    }
}
