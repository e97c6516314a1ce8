package org.assay.ingest.worker;

import org.assay.events.v1.VenueStatus;
import org.assay.ingest.publish.EventPublisher;
import org.jspecify.annotations.Nullable;

/** Publishes how a venue's worker is doing: at once when its state changes, else every five seconds. */
final class StatusReport {

    private static final long INTERVAL_US = 5_000_000;

    private final String venue;
    private final EventPublisher publisher;
    private @Nullable VenueStatus last;

    StatusReport(String venue, EventPublisher publisher) {
        this.venue = venue;
        this.publisher = publisher;
    }

    void publish(StreamStatus streams, int markets, VenueStats stats, long nowUs) {
        VenueStatus.Builder next = VenueStatus.newBuilder()
                .setVenue(venue)
                .setState(state(streams))
                .setStreams(streams.streams())
                .setStaleStreams(streams.stale())
                .setMarkets(markets)
                .setFrames(stats.frames.get())
                .setTrades(stats.trades.get())
                .setQuotes(stats.quotes.get())
                .setDeadLetters(stats.deadLetters.get())
                .setReconnects(stats.reconnects.get())
                .setOpenGaps(stats.openGaps.get())
                .setAtUs(nowUs)
                .setDetail(detail(streams));
        if (stats.lastMessageAtUs.get() > 0) {
            next.setLastMessageAtUs(stats.lastMessageAtUs.get());
        }
        VenueStatus before = last;
        if (before == null
                || before.getState() != next.getState()
                || before.getStreams() != next.getStreams()
                || before.getStaleStreams() != next.getStaleStreams()
                || before.getOpenGaps() != next.getOpenGaps()
                || !before.getDetail().equals(next.getDetail())
                || nowUs - before.getAtUs() >= INTERVAL_US) {
            last = next.build();
            publisher.status(next.build());
        }
    }

    private static VenueStatus.State state(StreamStatus streams) {
        if (streams.connections() == 0) {
            return streams.everConnected() ? VenueStatus.State.STATE_DOWN : VenueStatus.State.STATE_CONNECTING;
        }
        boolean whole = streams.unconfirmed() == 0 && streams.stale() == 0;
        return whole ? VenueStatus.State.STATE_LIVE : VenueStatus.State.STATE_DEGRADED;
    }

    private static String detail(StreamStatus streams) {
        StringBuilder detail = new StringBuilder();
        append(detail, streams.unconfirmed(), "not confirmed");
        append(detail, streams.stale(), "stale");
        append(detail, streams.refused(), "refused by the venue");
        return detail.toString();
    }

    private static void append(StringBuilder detail, int count, String what) {
        if (count > 0) {
            detail.append(detail.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(what);
        }
    }
}
