package org.assay.ingest.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what an adapter said. */
public final class HeardFrames implements FrameListener {

    public final List<VenueTrade> trades = new ArrayList<>();
    public final List<VenueTrade> pastTrades = new ArrayList<>();
    public final List<VenueQuote> quotes = new ArrayList<>();
    public final List<StreamKey> subscribed = new ArrayList<>();
    public final Map<StreamKey, String> refused = new LinkedHashMap<>();
    public final List<String> venueErrors = new ArrayList<>();
    public final Map<String, Long> lastSequences = new LinkedHashMap<>();
    public final List<String> closings = new ArrayList<>();
    public final List<String> ignored = new ArrayList<>();
    public int heartbeats;

    @Override
    public void onTrade(VenueTrade trade) {
        trades.add(trade);
    }

    @Override
    public void onPastTrade(VenueTrade trade) {
        pastTrades.add(trade);
    }

    @Override
    public void onQuote(VenueQuote quote) {
        quotes.add(quote);
    }

    @Override
    public void onSubscribed(StreamKey stream) {
        subscribed.add(stream);
    }

    @Override
    public void onRefused(StreamKey stream, String message) {
        refused.put(stream, message);
    }

    @Override
    public void onVenueError(String message) {
        venueErrors.add(message);
    }

    @Override
    public void onLastSequence(String symbol, long sequence) {
        lastSequences.put(symbol, sequence);
    }

    @Override
    public void onHeartbeat() {
        heartbeats++;
    }

    @Override
    public void onReplyWanted(String frame) {
        throw new AssertionError("None of these venues wants a reply: " + frame);
    }

    @Override
    public void onClosingAnnounced(String reason) {
        closings.add(reason);
    }

    @Override
    public void onIgnored(String kind) {
        ignored.add(kind);
    }
}
