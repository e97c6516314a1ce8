package org.assay.ingest.worker;

import java.util.List;
import org.assay.events.v1.ConversionSample;
import org.assay.events.v1.Tick;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.publish.EventPublisher;

/** Publishes a venue's ticks, to each partition what concerns it. */
final class TickBuilder {

    private final String venue;
    private final EventPublisher publisher;

    TickBuilder(String venue, EventPublisher publisher) {
        this.venue = venue;
        this.publisher = publisher;
    }

    void publish(long atUs, boolean connected, List<VenueMarket> down, List<ConversionSample> samples) {
        for (int partition = 0; partition < publisher.partitions(); partition++) {
            Tick.Builder tick = Tick.newBuilder()
                    .setVenue(venue)
                    .setAtUs(atUs)
                    .setConnected(connected)
                    .addAllSamples(samples);
            if (connected) {
                for (VenueMarket market : down) {
                    if (market.partition() == partition) {
                        tick.addNotLive(market.symbol());
                    }
                }
            }
            publisher.tick(partition, tick.build());
        }
    }

    /** Says that nothing of this venue follows. */
    void publishLast(long atUs, List<ConversionSample> samples) {
        for (int partition = 0; partition < publisher.partitions(); partition++) {
            publisher.tick(
                    partition,
                    Tick.newBuilder()
                            .setVenue(venue)
                            .setAtUs(atUs)
                            .addAllSamples(samples)
                            .setConnected(true)
                            .setLast(true)
                            .build());
        }
    }
}
