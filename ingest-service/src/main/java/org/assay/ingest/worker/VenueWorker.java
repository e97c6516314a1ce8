package org.assay.ingest.worker;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.assay.events.v1.Gap;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Origin;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.Trade;
import org.assay.events.v1.VenueCandle;
import org.assay.ingest.gap.GapDetector;
import org.assay.ingest.gap.OpenGap;
import org.assay.ingest.gap.Verdict;
import org.assay.ingest.market.MarketLookup;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.publish.MarketPosition;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueTrade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One venue's worker: reads frames by the adapter, detects gaps, and publishes, in the order received.
 *
 * <p>One lock serialises all of it. Everything received before a tick's time has therefore been handed to Kafka before
 * the tick, and a Kafka that cannot keep up holds the socket readers back.
 */
public final class VenueWorker {

    private static final Logger LOG = LoggerFactory.getLogger(VenueWorker.class);
    /** Longer frames are not parsed. */
    private static final int LONGEST_FRAME = 8 * 1024 * 1024;

    private final VenueAdapter adapter;
    private final MarketLookup markets;
    private final EventPublisher publisher;
    private final Clock clock;
    private final VenueStats stats = new VenueStats();
    private final ReentrantLock lock = new ReentrantLock();
    private final GapDetector gaps;
    private final QuoteConflater quotes;
    private final ConversionSampler conversions = new ConversionSampler();
    private final DeadLetters deadLetters;
    private final FrameReader reader;
    private final TickBuilder ticks;
    private final Map<String, MarketPosition> positions = new HashMap<>();
    private final StatusReport status;
    private final boolean recorded;

    /**
     * @param adapter the venue
     * @param markets its markets, changing as listings do
     * @param recorded whether frames come from a recording, where no history can be asked for
     */
    public VenueWorker(
            VenueAdapter adapter, MarketLookup markets, EventPublisher publisher, Clock clock, boolean recorded) {
        this.adapter = adapter;
        this.markets = markets;
        this.publisher = publisher;
        this.clock = clock;
        this.gaps = new GapDetector(adapter.sequenceRule(), this::writeGap);
        this.quotes = new QuoteConflater(publisher);
        this.deadLetters = new DeadLetters(adapter.venue(), publisher, stats);
        this.reader = new FrameReader(this, recorded);
        this.ticks = new TickBuilder(adapter.venue(), publisher);
        this.recorded = recorded;
        this.status = new StatusReport(adapter.venue(), publisher);
    }

    public String venue() {
        return adapter.venue();
    }

    public VenueStats stats() {
        return stats;
    }

    /** Runs something under the worker's lock. */
    public void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Computes something under the worker's lock. */
    public <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads one frame.
     *
     * @param source where it came from, for a dead letter
     * @param events told what the frame says about streams
     */
    public void read(String frame, String source, StreamEvents events) {
        lock.lock();
        try {
            long now = nowUs();
            stats.frames.incrementAndGet();
            stats.lastMessageAtUs.set(now);
            if (frame.length() > LONGEST_FRAME) {
                deadLetters.add(
                        MalformedPayloadException.Code.OVERSIZED, frame.length() + " characters", frame, source, now);
                return;
            }
            reader.begin(events, frame, source, now);
            adapter.readFrame(frame, reader);
        } catch (MalformedPayloadException e) {
            deadLetters.add(e.code(), String.valueOf(e.getMessage()), frame, source, nowUs());
        } finally {
            lock.unlock();
        }
    }

    /** Writes down a payload that cannot be read. */
    public void deadLetter(MalformedPayloadException.Code code, String reason, String payload, String source) {
        locked(() -> deadLetters.add(code, reason, payload, source, nowUs()));
    }

    /** Publishes the tick of now and all that goes with it. */
    public void tick(StreamStatus streams) {
        lock.lock();
        try {
            long now = nowUs();
            gaps.tick(now);
            quotes.release(now);
            List<VenueMarket> down = markets.streamed().stream()
                    .filter(market -> !gaps.isLive(market))
                    .toList();
            ticks.publish(now, streams.connections() > 0, down, conversions.drain());
            if (!recorded) {
                writePositions(now);
            }
            stats.openGaps.set(gaps.openGaps());
            stats.gaps.set(gaps.foundGaps());
            stats.staleStreams.set(streams.stale());
            status.publish(streams, markets.streamed().size(), stats, now);
        } finally {
            lock.unlock();
        }
    }

    /** Lets waiting quotes go whose time has come. */
    public void releaseQuotes() {
        locked(() -> quotes.release(nowUs()));
    }

    /**
     * The end of a finite feed: publishes what was held back, closes what cannot be filled, and ticks for the last time.
     *
     * @param reason why open gaps stay unfilled
     */
    public void finish(String reason) {
        lock.lock();
        try {
            long now = nowUs();
            gaps.abandon(reason, now);
            quotes.releaseAll();
            ticks.publishLast(now, conversions.drain());
            stats.openGaps.set(gaps.openGaps());
            stats.gaps.set(gaps.foundGaps());
        } finally {
            lock.unlock();
        }
    }

    /** The worker stops and another one may go on later: writes down how far this one came. */
    public void pause() {
        lock.lock();
        try {
            quotes.releaseAll();
            publisher.flush();
            writePositions(nowUs());
        } finally {
            lock.unlock();
        }
    }

    /** Takes up a market where an earlier worker left it. */
    public void restore(VenueMarket market, StreamPosition position) {
        locked(() -> {
            position(market).restore(position);
            gaps.restore(market, position, nowUs());
        });
    }

    /** The market's trade stream is live. */
    public void streamUp(VenueMarket market) {
        locked(() -> gaps.up(market, nowUs(), nowUs()));
    }

    /** The market's trade stream was lost. */
    public void streamDown(VenueMarket market, Gap.Cause cause, long lastHeardUs) {
        locked(() -> gaps.down(market, cause, lastHeardUs, nowUs()));
    }

    /**
     * The market's stream ends and nothing is missing: the recording of it is over, or it is no longer wanted.
     *
     * @param reason why gaps that are still open stay unfilled
     */
    public void streamEnded(VenueMarket market, String reason) {
        locked(() -> gaps.end(market, reason, nowUs()));
    }

    /** The gaps whose filling is due; see {@link GapDetector#takeDue}. */
    public List<OpenGap> takeDueGaps() {
        return locked(() -> gaps.takeDue(nowUs()));
    }

    /** Puts a gap back, to be tried again. */
    public void retryGap(OpenGap gap, Instant due) {
        locked(() -> gaps.retry(gap, micros(due)));
    }

    /**
     * Ends a gap, unless it has grown since its filling began.
     *
     * @param generation of the gap when its filling began
     * @return whether it is closed
     */
    public boolean closeGap(OpenGap gap, int generation, Gap.Status closedAs, String reason) {
        return locked(() -> {
            if (!gaps.isCurrent(gap, generation)) {
                gaps.retry(gap, nowUs());
                return false;
            }
            gaps.close(gap, closedAs, reason, nowUs());
            return true;
        });
    }

    /** Publishes trades of the venue's history that belong to a gap. */
    public void backfill(OpenGap gap, List<VenueTrade> history) {
        locked(() -> {
            long now = nowUs();
            for (VenueTrade trade : history) {
                if (gaps.acceptBackfill(gap, trade)) {
                    Trade published = TradeRecords.of(gap.market(), trade, now, Origin.ORIGIN_BACKFILL);
                    stats.trades.incrementAndGet();
                    publisher.event(gap.market(), event(published), null);
                }
            }
        });
    }

    /** Publishes a candle of the venue. */
    public void candle(VenueMarket market, VenueCandle candle) {
        publisher.event(market, MarketEvent.newBuilder().setVenueCandle(candle).build(), null);
    }

    void trade(VenueMarket market, VenueTrade trade, long nowUs) {
        Verdict verdict = gaps.accept(market, trade, nowUs);
        if (verdict == Verdict.DUPLICATE) {
            stats.duplicates.incrementAndGet();
            return;
        }
        publish(market, trade, nowUs, verdict == Verdict.NEWEST);
        stats.latency(nowUs - trade.eventTimeUs());
    }

    void pastTrade(VenueMarket market, VenueTrade trade, long nowUs, boolean recorded) {
        boolean wanted = recorded ? gaps.acceptRecordedPast(market, trade) : gaps.acceptPast(market, trade);
        if (wanted) {
            publish(market, trade, nowUs, false);
        }
    }

    void lastSequence(VenueMarket market, long sequence, long nowUs) {
        gaps.lastSequence(market, sequence, nowUs);
    }

    MarketLookup markets() {
        return markets;
    }

    QuoteConflater quotes() {
        return quotes;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    private void publish(VenueMarket market, VenueTrade trade, long nowUs, boolean newest) {
        Trade published = TradeRecords.of(market, trade, nowUs, Origin.ORIGIN_STREAM);
        stats.trades.incrementAndGet();
        if (market.conversion()) {
            conversions.add(market, published);
        }
        publisher.event(market, event(published), position(market).sending(published, newest));
    }

    private void writeGap(VenueMarket market, Gap gap, Runnable onSafe) {
        LOG.info(
                "Gap {} is {}{}",
                gap.getGapId(),
                gap.getStatus(),
                gap.getReason().isEmpty() ? "" : ": " + gap.getReason());
        publisher.event(market, MarketEvent.newBuilder().setGap(gap).build(), onSafe);
    }

    private void writePositions(long nowUs) {
        for (MarketPosition position : positions.values()) {
            VenueMarket market = position.market();
            position.next(gaps.unsettled(market), gaps.isLive(market), nowUs)
                    .ifPresent(next -> publisher.position(market.id(), next));
        }
    }

    private MarketPosition position(VenueMarket market) {
        return positions.computeIfAbsent(market.symbol(), symbol -> new MarketPosition(market));
    }

    private static MarketEvent event(Trade trade) {
        return MarketEvent.newBuilder().setTrade(trade).build();
    }

    private long nowUs() {
        return micros(clock.instant());
    }

    /** Microseconds since the epoch. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
