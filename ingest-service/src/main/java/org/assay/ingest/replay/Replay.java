package org.assay.ingest.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.recording.RecordedEntry;
import org.assay.ingest.replay.ReplayReport.UnsupportedSource;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.worker.VenueWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a folder of recordings through the adapters, gap detection and publishing, on the recording's clock. What it
 * publishes depends on the folder alone.
 */
public final class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final long SECOND_US = 1_000_000;

    /** Frames that tell no time at all are read first, at the epoch; no seconds pass then. */
    private static final long EARLIEST_US =
            Instant.parse("2009-01-03T00:00:00Z").toEpochMilli() * 1_000;

    private final List<VenueAdapter> adapters;
    private final MarketResolver resolver;
    private final EventPublisher publisher;
    private final ReplayClock clock;
    private final Pace pace;
    private final Map<String, VenueReplay> venues = new TreeMap<>();
    private final Map<String, RecordedMarkets> markets = new TreeMap<>();
    private final Map<String, Long> damagedElsewhere = new TreeMap<>();

    public Replay(
            List<VenueAdapter> adapters,
            MarketResolver resolver,
            EventPublisher publisher,
            ReplayClock clock,
            ReplaySpeed speed) {
        this.adapters = List.copyOf(adapters);
        this.resolver = resolver;
        this.publisher = publisher;
        this.clock = clock;
        this.pace = new Pace(speed);
    }

    /**
     * Replays everything under a folder; returns when all of it is acknowledged by Kafka.
     *
     * @throws IOException when the folder or a file of it cannot be read
     */
    public ReplayReport run(Path folder) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Recogniser recogniser = new Recogniser(adapters);
        RecordingCatalogue catalogue = RecordingCatalogue.read(folder, recogniser);
        prepare(catalogue);
        try (MergedItems items = new MergedItems(folder, catalogue, recogniser)) {
            long nextTickUs = 0;
            for (RecordedItem item = items.next(); item != null; item = items.next()) {
                nextTickUs = passSeconds(nextTickUs, item.timeUs());
                if (hasOpenConnection()) {
                    pace.waitUntil(item.timeUs());
                }
                clock.advanceTo(item.timeUs());
                apply(item, catalogue);
            }
            passSeconds(nextTickUs, Long.MAX_VALUE);
        }
        publisher.flush();
        return report(catalogue);
    }

    private void prepare(RecordingCatalogue catalogue) {
        for (VenueAdapter adapter : adapters) {
            List<RecordedConnection> connections = catalogue.connections(adapter.venue());
            if (connections.isEmpty()) {
                continue;
            }
            RecordedMarkets known = new RecordedMarkets(adapter, resolver, publisher, clock);
            VenueWorker worker = new VenueWorker(adapter, known, publisher, clock, true);
            for (RecordingCatalogue.DatedAnswer dated : catalogue.listings(adapter.venue())) {
                RecordedEntry.Answer answer = dated.answer();
                try {
                    known.learn(adapter.readListings(answer.body()));
                } catch (MalformedPayloadException e) {
                    worker.deadLetter(
                            e.code(),
                            String.valueOf(e.getMessage()),
                            answer.body(),
                            answer.request().toString());
                }
            }
            markets.put(adapter.venue(), known);
            venues.put(adapter.venue(), new VenueReplay(adapter, worker, known, clock, connections));
        }
        LOG.info(
                "Replaying {} files, {} connections of {}",
                catalogue.files().size(),
                catalogue.connections().size(),
                venues.keySet());
    }

    /** Ticks for every full second up to a time, as long as a connection is open; returns the next one. */
    private long passSeconds(long nextTickUs, long untilUs) throws InterruptedException {
        long at = nextTickUs;
        if (at < EARLIEST_US) {
            at = EARLIEST_US;
            pace.restart(at);
        }
        while (at <= untilUs && hasOpenConnection()) {
            pace.waitUntil(at);
            clock.advanceTo(at);
            tick(at);
            at += SECOND_US;
        }
        if (hasOpenConnection() || untilUs == Long.MAX_VALUE) {
            return at;
        }
        pace.restart(untilUs);
        return (Math.floorDiv(untilUs, SECOND_US) + 1) * SECOND_US;
    }

    private void tick(long atUs) {
        for (VenueReplay venue : venues.values()) {
            if (venue.hasOpenConnection()) {
                venue.tick(atUs);
            }
        }
    }

    private boolean hasOpenConnection() {
        return venues.values().stream().anyMatch(VenueReplay::hasOpenConnection);
    }

    private void apply(RecordedItem item, RecordingCatalogue catalogue) {
        if (item.entry() instanceof RecordedEntry.Damaged damaged) {
            damaged(damaged, item, catalogue);
            return;
        }
        RecordedItem.Belonging belonging = item.connection();
        RecordedConnection connection =
                belonging == null ? null : catalogue.connections().get(belonging.id());
        VenueReplay venue =
                connection == null ? null : venues.get(connection.adapter().venue());
        if (connection == null || venue == null) {
            return;
        }
        switch (item.entry()) {
            case RecordedEntry.Connected ignored -> venue.connect(connection);
            case RecordedEntry.Received received -> venue.frame(connection, received.text(), item.source());
            case RecordedEntry.Closed ignored -> venue.close(connection);
            case RecordedEntry.Sent ignored -> {}
            case RecordedEntry.Answer ignored -> {}
            case RecordedEntry.Damaged ignored -> {}
        }
    }

    private void damaged(RecordedEntry.Damaged damaged, RecordedItem item, RecordingCatalogue catalogue) {
        VenueAdapter adapter = catalogue.fileAdapters().get(item.file());
        VenueReplay venue = adapter == null ? null : venues.get(adapter.venue());
        if (venue == null) {
            damagedElsewhere.merge(item.file(), 1L, Long::sum);
        } else {
            venue.damaged(damaged, item.file() + ":" + damaged.line());
        }
    }

    private ReplayReport report(RecordingCatalogue catalogue) {
        List<UnsupportedSource> unsupported = new ArrayList<>(catalogue.unsupported());
        markets.forEach((venue, known) -> known.unknown()
                .forEach((symbol, count) -> unsupported.add(
                        new UnsupportedSource(venue + ":" + symbol, "not a spot market that is known", count))));
        damagedElsewhere.forEach((file, count) ->
                unsupported.add(new UnsupportedSource(file, "damaged lines of no known venue", count)));
        return new ReplayReport(
                venues.values().stream().map(VenueReplay::report).toList(), unsupported);
    }
}
