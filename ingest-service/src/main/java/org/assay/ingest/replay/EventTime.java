package org.assay.ingest.replay;

import org.assay.ingest.venue.FrameListener;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;

/** The time inside a frame, for recordings that do not say when a frame was received. */
final class EventTime implements FrameListener {

    private long latestUs;

    /** The latest time that the frame's trades and quotes carry, in microseconds since the epoch; 0 if none does. */
    long of(VenueAdapter adapter, String frame) {
        latestUs = 0;
        try {
            adapter.readFrame(frame, this);
        } catch (MalformedPayloadException e) {
            // The replay reads the frame again and writes it down as a dead letter.
            return latestUs;
        }
        return latestUs;
    }

    @Override
    public void onTrade(VenueTrade trade) {
        latestUs = Math.max(latestUs, trade.eventTimeUs());
    }

    @Override
    public void onPastTrade(VenueTrade trade) {
        onTrade(trade);
    }

    @Override
    public void onQuote(VenueQuote quote) {
        latestUs = Math.max(latestUs, quote.eventTimeUs().orElse(0));
    }

    @Override
    public void onSubscribed(StreamKey stream) {}

    @Override
    public void onRefused(StreamKey stream, String message) {}

    @Override
    public void onVenueError(String message) {}

    @Override
    public void onHeartbeat() {}

    @Override
    public void onReplyWanted(String frame) {}

    @Override
    public void onClosingAnnounced(String reason) {}

    @Override
    public void onIgnored(String kind) {}
}
