package org.assay.ingest;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.assay.events.v1.Instrument;
import org.assay.events.v1.StreamPosition;
import org.assay.ingest.backfill.GapFiller;
import org.assay.ingest.capture.Capture;
import org.assay.ingest.gap.OpenGap;
import org.assay.ingest.history.HistoryLoader;
import org.assay.ingest.market.ListingBook;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.market.MarketSelection;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.rest.Pause;
import org.assay.ingest.rest.RequestBudget;
import org.assay.ingest.rest.RestException;
import org.assay.ingest.rest.VenueRest;
import org.assay.ingest.stream.StreamSettings;
import org.assay.ingest.stream.VenueStreams;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueLimits;
import org.assay.ingest.worker.StreamStatus;
import org.assay.ingest.worker.VenueWorker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One venue, live: its worker, its streams, its listings, its history, and the timers that drive them. */
final class VenueRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VenueRuntime.class);
    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration PING = Duration.ofSeconds(30);
    private static final Duration LISTING_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_LISTING_RETRY = Duration.ofMinutes(2);

    private final VenueAdapter adapter;
    private final Surroundings around;
    private final VenueWorker worker;
    private final VenueRest rest;
    private final VenueStreams streams;
    private final GapFiller filler;
    private final ScheduledExecutorService timer;
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
    private final LateListingBook listings = new LateListingBook();
    private volatile boolean closed;
    private volatile StreamStatus status = StreamStatus.NONE;
    private volatile @Nullable HistoryLoader history;

    /** What a venue's worker shares with the others. */
    record Surroundings(
            IngestConfig config,
            HistoryLoader.Shared history,
            EventPublisher publisher,
            MarketResolver resolver,
            MarketSelection selection,
            OkHttpClient client,
            Clock clock,
            Capture capture) {}

    VenueRuntime(VenueAdapter adapter, VenueEndpoint endpoint, Surroundings around) {
        this.adapter = adapter;
        this.around = around;
        VenueLimits limits = adapter.limits();
        URI restBase = endpoint.rest() == null ? adapter.restBase() : endpoint.rest();
        URI socketBase = endpoint.websocket() == null ? adapter.webSocketBase() : endpoint.websocket();
        RequestBudget budget = new RequestBudget(
                limits.requestBudget() * around.config().requestBudgetFactor(), limits.requestWindow(), around.clock());
        this.worker = new VenueWorker(adapter, listings, around.publisher(), around.clock(), false);
        this.rest = new VenueRest(
                new VenueRest.Target(restBase, budget), around.client(), around.clock(), around.capture(), Pause.REAL);
        IngestConfig config = around.config();
        StreamSettings settings = new StreamSettings(
                socketBase,
                config.silenceFloor(),
                config.silenceCeiling(),
                config.firstBackoff(),
                config.longestBackoff());
        boolean framesKeepAlive = adapter.keepAliveFrame().isPresent();
        Duration ping = framesKeepAlive || limits.keepAlive().isZero() ? PING : limits.keepAlive();
        OkHttpClient sockets = around.client().newBuilder().pingInterval(ping).build();
        this.streams = new VenueStreams(adapter, worker, settings, sockets, around.clock(), around.capture());
        this.filler = new GapFiller(adapter, rest, worker, around.clock(), config.backfillPages());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ingest-" + adapter.venue()).factory());
    }

    String venue() {
        return adapter.venue();
    }

    VenueWorker worker() {
        return worker;
    }

    StreamStatus status() {
        return status;
    }

    /**
     * Starts everything; returns at once.
     *
     * @param records stream positions and history marks of earlier workers, by key
     * @param instruments this venue's instruments as they were published, by symbol
     * @param tickOffsetMs when in a second it ticks, below 1,000; venues that tick at different moments spread the work that
     *     a tick gives to the readers
     */
    void start(Map<String, StreamPosition> records, Map<String, Instrument> instruments, long tickOffsetMs) {
        ListingBook book = new ListingBook(adapter.venue(), around.resolver(), around.selection(), instruments);
        listings.become(book);
        if (around.history().config().enabled()) {
            history = new HistoryLoader(
                    adapter, rest, around.history(), HistoryLoader.marks(records.keySet(), adapter.venue()));
        }
        tasks.execute(() -> followListings(book, records));
        long toTick = 1_000 + tickOffsetMs - Math.floorMod(around.clock().millis(), 1_000L);
        var _ = timer.scheduleAtFixedRate(guarded(this::beat), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        var _ = timer.scheduleAtFixedRate(guarded(this::tick), toTick, 1_000, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        streams.beat();
        worker.releaseQuotes();
    }

    private void tick() {
        StreamStatus now = streams.status();
        status = now;
        worker.tick(now);
        for (OpenGap gap : worker.takeDueGaps()) {
            tasks.execute(() -> filler.fill(gap));
        }
    }

    private Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                // A timer that throws is never run again; the next turn may well succeed.
                if (!closed) {
                    LOG.error("{}: a timer failed", adapter.venue(), e);
                }
            }
        };
    }

    private void followListings(ListingBook book, Map<String, StreamPosition> records) {
        Duration retry = LISTING_RETRY;
        boolean restored = false;
        try {
            while (!closed) {
                try {
                    refresh(book, restored ? Map.of() : records);
                    restored = true;
                    retry = LISTING_RETRY;
                    Thread.sleep(around.config().listingInterval());
                } catch (RestException | MalformedPayloadException e) {
                    LOG.warn("{}: no instrument list: {}", adapter.venue(), e.getMessage());
                    Thread.sleep(retry);
                    Duration doubled = retry.multipliedBy(2);
                    retry = doubled.compareTo(LONGEST_LISTING_RETRY) > 0 ? LONGEST_LISTING_RETRY : doubled;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh(ListingBook book, Map<String, StreamPosition> restore)
            throws RestException, MalformedPayloadException, InterruptedException {
        String body = rest.get(adapter.listingsRequest());
        long now = VenueWorker.micros(around.clock().instant());
        try {
            for (Instrument instrument : book.update(adapter.readListings(body), now)) {
                around.publisher()
                        .instrument(venue() + ":" + instrument.getMarket().getSymbol(), instrument);
            }
        } catch (MalformedPayloadException e) {
            worker.deadLetter(e.code(), String.valueOf(e.getMessage()), body, rest.address(adapter.listingsRequest()));
            throw e;
        }
        List<VenueMarket> streamed = List.copyOf(book.streamed());
        for (VenueMarket market : streamed) {
            StreamPosition position = restore.get(market.id());
            if (position != null) {
                worker.restore(market, position);
            }
        }
        LOG.info("{}: streaming {} markets", adapter.venue(), streamed.size());
        streams.stream(streamed);
        HistoryLoader loader = history;
        if (loader != null) {
            tasks.execute(() -> loader.load(streamed));
        }
    }

    @Override
    public void close() {
        closed = true;
        streams.close();
        timer.shutdown();
        tasks.shutdownNow();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS) || !tasks.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("{}: some work did not stop in time", adapter.venue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.pause();
    }
}
