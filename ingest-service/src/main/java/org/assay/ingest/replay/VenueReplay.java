package org.assay.ingest.replay;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.events.v1.Gap;
import org.assay.ingest.gap.OpenGap;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.recording.RecordedEntry;
import org.assay.ingest.replay.ReplayReport.VenueReport;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.worker.StreamEvents;
import org.assay.ingest.worker.StreamStatus;
import org.assay.ingest.worker.VenueStats;
import org.assay.ingest.worker.VenueWorker;

/** One venue's part of a replay: its worker, and which recorded connections are open. */
final class VenueReplay {

    private static final String NO_HISTORY = "A recording has no trade history to ask";

    private final VenueAdapter adapter;
    private final VenueWorker worker;
    private final RecordedMarkets markets;
    private final ReplayClock clock;
    private final Map<String, OpenLink> links = new LinkedHashMap<>();
    /** Of each session, the connections that have not begun. */
    private final Map<String, Set<String>> toCome;

    private int connectionsToCome;
    private boolean everConnected;

    VenueReplay(
            VenueAdapter adapter,
            VenueWorker worker,
            RecordedMarkets markets,
            ReplayClock clock,
            List<RecordedConnection> connections) {
        this.adapter = adapter;
        this.worker = worker;
        this.markets = markets;
        this.clock = clock;
        this.toCome = new LinkedHashMap<>();
        for (RecordedConnection connection : connections) {
            toCome.computeIfAbsent(connection.session(), session -> new LinkedHashSet<>())
                    .add(connection.id());
            connectionsToCome++;
        }
    }

    String venue() {
        return adapter.venue();
    }

    boolean hasOpenConnection() {
        return !links.isEmpty();
    }

    void connect(RecordedConnection connection) {
        Set<String> session = toCome.get(connection.session());
        if (session == null || !session.remove(connection.id())) {
            return;
        }
        connectionsToCome--;
        everConnected = true;
        // A session that keeps one connection at a time shows the loss of the old one only by the new one.
        links.values().stream()
                .filter(link -> link.connection.session().equals(connection.session()))
                .filter(link -> link.connection.lastUs() <= clock.nowUs())
                .toList()
                .forEach(link -> lose(link, link.connection.lastUs()));
        links.put(connection.id(), new OpenLink(connection));
    }

    void frame(RecordedConnection connection, String text, String source) {
        connect(connection);
        OpenLink link = links.get(connection.id());
        if (link != null) {
            worker.read(text, source, link);
        }
    }

    void close(RecordedConnection connection) {
        OpenLink link = links.get(connection.id());
        if (link != null && goesOn(link)) {
            lose(link, clock.nowUs());
        }
    }

    void damaged(RecordedEntry.Damaged damaged, String source) {
        boolean oversized = damaged.code().equals("oversized");
        worker.deadLetter(
                oversized ? MalformedPayloadException.Code.OVERSIZED : MalformedPayloadException.Code.MALFORMED_JSON,
                damaged.code() + ": " + damaged.reason(),
                damaged.text(),
                source);
    }

    /** The tick of a full second; the connections whose last frame lies before it end with it. */
    void tick(long atUs) {
        int streams =
                links.values().stream().mapToInt(link -> link.streams.size()).sum();
        worker.tick(new StreamStatus(links.size(), streams, 0, 0, 0, everConnected));
        worker.takeDueGaps().forEach(this::settle);
        links.values().stream()
                .filter(link -> link.connection.lastUs() < atUs)
                .toList()
                .forEach(this::end);
        if (links.isEmpty() && connectionsToCome == 0) {
            finish();
        }
    }

    VenueReport report() {
        VenueStats stats = worker.stats();
        return new VenueReport(
                venue(),
                stats.frames.get(),
                stats.trades.get(),
                stats.duplicates.get(),
                stats.quotes.get(),
                stats.gaps.get(),
                stats.deadLetters.get(),
                stats.ignored.get());
    }

    private void finish() {
        worker.finish(NO_HISTORY);
    }

    /** A gap whose next trade is known cannot become less. */
    private void settle(OpenGap gap) {
        if (gap.record().hasToSequence() || !gap.record().getToTradeId().isEmpty()) {
            worker.closeGap(gap, gap.generation(), Gap.Status.STATUS_UNFILLABLE, NO_HISTORY);
        } else {
            worker.retryGap(gap, clock.instant().plusSeconds(1));
        }
    }

    /** The connection was lost and another one of its session follows. */
    private void lose(OpenLink link, long lastHeardUs) {
        links.remove(link.connection.id());
        for (VenueMarket market : link.streams.values()) {
            if (!carried(market)) {
                worker.streamDown(market, Gap.Cause.CAUSE_RECONNECT, lastHeardUs);
            }
        }
        worker.stats().reconnects.incrementAndGet();
    }

    /** The recording of the connection is over. */
    private void end(OpenLink link) {
        if (goesOn(link)) {
            lose(link, link.connection.lastUs());
            return;
        }
        links.remove(link.connection.id());
        for (VenueMarket market : link.streams.values()) {
            if (!carried(market)) {
                worker.streamEnded(market, NO_HISTORY);
            }
        }
    }

    private boolean goesOn(OpenLink link) {
        return !toCome.getOrDefault(link.connection.session(), Set.of()).isEmpty();
    }

    private boolean carried(VenueMarket market) {
        return links.values().stream().anyMatch(link -> link.streams.containsKey(market.symbol()));
    }

    /** A connection that is open at this point of the recording. */
    private final class OpenLink implements StreamEvents {

        private final RecordedConnection connection;
        private final Map<String, VenueMarket> streams = new LinkedHashMap<>();

        OpenLink(RecordedConnection connection) {
            this.connection = connection;
        }

        @Override
        public void subscribed(StreamKey stream) {
            if (stream.channel() == Channel.TRADES && !streams.containsKey(stream.symbol())) {
                VenueMarket market = markets.find(stream.symbol());
                if (market != null) {
                    streams.put(stream.symbol(), market);
                    markets.streams(market);
                    worker.streamUp(market);
                }
            }
        }

        @Override
        public void heard(StreamKey stream) {
            subscribed(stream);
        }

        @Override
        public void refused(StreamKey stream, String message) {
            streams.remove(stream.symbol());
        }

        @Override
        public void replyWanted(String frame) {
            // The recorded client has answered.
        }

        @Override
        public void closingAnnounced(String reason) {
            // The recording shows when it was closed.
        }
    }
}
