package org.assay.ingest.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.assay.events.candle.Interval;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.VenueCandle;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.rest.Pause;
import org.assay.ingest.rest.RestException;
import org.assay.ingest.rest.RestFailure;
import org.assay.ingest.rest.VenueRest;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueBar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes one venue's past candles for a fresh start, from the longest interval to the shortest: of each those of the
 * conversion markets to every partition first, then each market's own. What is done is marked in Kafka, so that a restart
 * goes on where it was.
 */
public final class HistoryLoader {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryLoader.class);
    private static final String PREFIX = "history:";
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(2);

    private final VenueAdapter adapter;
    private final VenueBars bars;
    private final EventPublisher publisher;
    private final Clock clock;
    private final HistoryPace pace;
    private final ConversionsFirst order;
    private final Map<Interval, Duration> spans = new LinkedHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();

    /** What the loaders of several venues share. */
    public record Shared(HistoryConfig config, EventPublisher publisher, Clock clock, ConversionsFirst order) {}

    /** @param done marks that stand already, see {@link #marks} */
    public HistoryLoader(VenueAdapter adapter, VenueRest rest, Shared shared, Set<String> done) {
        HistoryConfig config = shared.config();
        this.adapter = adapter;
        this.bars = new VenueBars(adapter, rest);
        this.publisher = shared.publisher();
        this.clock = shared.clock();
        this.order = shared.order();
        this.pace = new HistoryPace(config.candlesPerSecond(), Pause.REAL, System::nanoTime);
        spans.put(Interval.D1, config.daily());
        spans.put(Interval.H1, config.hourly());
        spans.put(Interval.M1, config.minutely());
        spans.keySet().retainAll(adapter.candleIntervals());
        spans.values().removeIf(Duration::isZero);
        for (Interval interval : Interval.values()) {
            if (!spans.containsKey(interval)) {
                order.published(adapter.venue(), interval);
            }
        }
        this.done.addAll(done);
    }

    /** The keys, of all position keys, that mark a venue's history as published. */
    public static Set<String> marks(Collection<String> keys, String venue) {
        return keys.stream()
                .filter(key -> key.startsWith(PREFIX + venue + ":"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Loads what is not marked as done; blocks. Does nothing while an earlier call is at work. */
    public void load(List<VenueMarket> markets) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant start = clock.instant();
            List<VenueMarket> conversions =
                    markets.stream().filter(VenueMarket::conversion).toList();
            int loaded = 0;
            for (Interval interval : spans.keySet()) {
                loaded += pass(conversions, interval, VenueCandle.Purpose.PURPOSE_CONVERSION);
                order.published(adapter.venue(), interval);
                if (!order.await(interval)) {
                    LOG.warn("{}: the history of conversion markets of other venues is not there", adapter.venue());
                }
                loaded += pass(markets, interval, VenueCandle.Purpose.PURPOSE_HISTORY);
            }
            if (loaded > 0) {
                Duration took = Duration.between(start, clock.instant());
                LOG.info("{}: history of {} market intervals in {}", adapter.venue(), loaded, took);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RestException e) {
            LOG.error("{}: no history: {}", adapter.venue(), e.getMessage());
        } finally {
            order.leave(adapter.venue());
            running.set(false);
        }
    }

    private int pass(List<VenueMarket> markets, Interval interval, VenueCandle.Purpose purpose)
            throws InterruptedException, RestException {
        int loaded = 0;
        for (VenueMarket market : markets) {
            String suffix = purpose == VenueCandle.Purpose.PURPOSE_CONVERSION ? ":conversion" : "";
            String mark = PREFIX + market.id() + ":" + interval.code() + suffix;
            if (!done.contains(mark) && load(market, interval, purpose)) {
                mark(market, mark);
                loaded++;
            }
        }
        return loaded;
    }

    /** Publishes one interval of a market; false when the venue does not have it. */
    private boolean load(VenueMarket market, Interval interval, VenueCandle.Purpose purpose)
            throws InterruptedException, RestException {
        Duration patience = RETRY;
        while (true) {
            try {
                publish(market, interval, purpose);
                return true;
            } catch (RestException e) {
                switch (e.failure()) {
                    case RestFailure.Retryable retryable -> {
                        LOG.info("{}: history has to wait: {}", adapter.venue(), e.getMessage());
                        Duration wait = retryable.retryAfter();
                        Thread.sleep(wait.compareTo(patience) > 0 ? wait : patience);
                        patience = patience.compareTo(LONGEST_RETRY) < 0 ? patience.multipliedBy(2) : patience;
                    }
                    case RestFailure.Rejected rejected -> {
                        LOG.warn("{}: no {} history of {}: {}", adapter.venue(), interval, market.id(), rejected);
                        return false;
                    }
                    case RestFailure.Fatal ignored -> throw e;
                }
            } catch (MalformedPayloadException e) {
                if (e.code() != MalformedPayloadException.Code.RATE_LIMITED) {
                    LOG.warn("{}: no {} history of {}: {}", adapter.venue(), interval, market.id(), e.getMessage());
                    return false;
                }
                Thread.sleep(RETRY);
            }
        }
    }

    private void publish(VenueMarket market, Interval interval, VenueCandle.Purpose purpose)
            throws RestException, MalformedPayloadException, InterruptedException {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        // The interval that is under way is not over and not history.
        long to = interval.openOf(now);
        long span = spans.getOrDefault(interval, Duration.ZERO).toMillis() * 1_000;
        for (VenueBar bar : bars.read(market.listing(), interval, interval.openOf(to - span), to)) {
            pace.await();
            MarketEvent event = MarketEvent.newBuilder()
                    .setVenueCandle(VenueBars.candle(market, bar, purpose, now))
                    .build();
            if (purpose == VenueCandle.Purpose.PURPOSE_CONVERSION) {
                publisher.historyToAll(market.key(), event);
            } else {
                publisher.history(market, event);
            }
        }
    }

    private void mark(VenueMarket market, String mark) {
        publisher.flush();
        done.add(mark);
        publisher.position(
                mark,
                StreamPosition.newBuilder()
                        .setMarket(market.market())
                        .setAtUs(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()))
                        .build());
    }
}
