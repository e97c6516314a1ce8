package org.assay.ingest.backfill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.assay.events.v1.Gap;
import org.assay.events.v1.VenueCandle;
import org.assay.ingest.gap.OpenGap;
import org.assay.ingest.history.VenueBars;
import org.assay.ingest.rest.RestException;
import org.assay.ingest.rest.RestFailure;
import org.assay.ingest.rest.VenueRest;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.RestRequest;
import org.assay.ingest.venue.TradePage;
import org.assay.ingest.venue.TradeRange;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueBar;
import org.assay.ingest.worker.VenueWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills one venue's gaps: with the missing trades where the venue still serves them, else with its own candles of the
 * touched minutes. A failed attempt puts the gap back for later.
 */
public final class GapFiller {

    private static final Logger LOG = LoggerFactory.getLogger(GapFiller.class);

    private static final int AT_ONCE = 4;
    private static final int ATTEMPTS = 4;
    private static final long MINUTE_US = 60_000_000;
    /** Trades and candles reach a venue's history a little after they happened. */
    private static final long LAG_US = 2_000_000;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final VenueAdapter adapter;
    private final VenueRest rest;
    private final VenueWorker worker;
    private final Clock clock;
    private final int mostPages;
    private final VenueBars bars;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    /** Gaps whose trades are known not to be had. */
    private final Set<String> candlesOnly = ConcurrentHashMap.newKeySet();

    /** @param mostPages most answers read for the trades of one gap */
    public GapFiller(VenueAdapter adapter, VenueRest rest, VenueWorker worker, Clock clock, int mostPages) {
        this.adapter = adapter;
        this.rest = rest;
        this.worker = worker;
        this.clock = clock;
        this.mostPages = mostPages;
        this.bars = new VenueBars(adapter, rest);
    }

    /** Tries to fill the gap; blocks. */
    public void fill(OpenGap gap) {
        try {
            turns.acquire();
            try {
                attempt(gap, worker.locked(gap::generation), worker.locked(gap::record));
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            // The worker is being stopped; the gap stays open in its position record and the next one continues it.
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(OpenGap gap, int generation, Gap record) throws InterruptedException {
        try {
            if (!candlesOnly.contains(record.getGapId()) && fetchTrades(gap, record)) {
                settle(gap, generation);
                return;
            }
            candlesOnly.add(record.getGapId());
            repair(gap, generation, record);
        } catch (RestException e) {
            handle(gap, generation, e.failure());
        } catch (MalformedPayloadException e) {
            handle(gap, generation, failure(e));
        }
    }

    /** Fetches and publishes the missing trades; false when some cannot be had. */
    private boolean fetchTrades(OpenGap gap, Gap record)
            throws RestException, MalformedPayloadException, InterruptedException {
        TradeRange range = range(gap, record);
        Optional<RestRequest> next = Optional.of(adapter.tradesRequest(range));
        long previousNewest = Long.MIN_VALUE;
        for (int page = 0; next.isPresent(); page++) {
            if (page >= mostPages) {
                return false;
            }
            RestRequest request = next.get();
            String body = rest.get(request);
            TradePage answer = read(body, range, request);
            if (!answer.trades().isEmpty()) {
                long oldest = answer.trades().getFirst().eventTimeUs();
                if (previousNewest >= range.toUs() && oldest >= previousNewest) {
                    // Paging forwards, and past the first trade that was seen again.
                    return !answer.truncated();
                }
                previousNewest = answer.trades().getLast().eventTimeUs();
                worker.backfill(gap, answer.trades());
            }
            if (answer.truncated()) {
                return false;
            }
            next = answer.next();
        }
        return true;
    }

    private TradePage read(String body, TradeRange range, RestRequest request) throws MalformedPayloadException {
        try {
            return adapter.readTrades(body, range, request);
        } catch (MalformedPayloadException e) {
            worker.deadLetter(e.code(), String.valueOf(e.getMessage()), body, rest.address(request));
            throw e;
        }
    }

    private static TradeRange range(OpenGap gap, Gap record) {
        return new TradeRange(
                gap.market().listing(),
                record.getFromTradeId().isEmpty() ? null : record.getFromTradeId(),
                record.hasFromSequence() ? OptionalLong.of(record.getFromSequence()) : OptionalLong.empty(),
                record.getFromUs(),
                record.getToUs() + LAG_US);
    }

    /** Every page was read: closes the gap, unless the ids tell that more is missing. */
    private void settle(OpenGap gap, int generation) {
        Gap record = worker.locked(gap::record);
        long filled = record.getFilledTrades();
        if (record.hasMissing() && filled < record.getMissing()) {
            if (worker.locked(gap::attempts) >= ATTEMPTS) {
                candlesOnly.add(record.getGapId());
            }
            retry(gap, Duration.ZERO);
            return;
        }
        close(gap, generation, filled > 0 ? Gap.Status.STATUS_FILLED_BY_TRADES : Gap.Status.STATUS_EMPTY, "");
    }

    /** Replaces the touched minutes by the venue's own candles, once they are over. */
    private void repair(OpenGap gap, int generation, Gap record)
            throws RestException, MalformedPayloadException, InterruptedException {
        long from = Math.floorDiv(record.getFromUs(), MINUTE_US) * MINUTE_US;
        long to = Math.ceilDiv(record.getToUs(), MINUTE_US) * MINUTE_US;
        Instant over = Instant.EPOCH.plusNanos((to + LAG_US) * 1_000);
        if (clock.instant().isBefore(over)) {
            worker.retryGap(gap, over);
            return;
        }
        int published = 0;
        for (VenueBar bar : bars.minutes(gap.market().listing(), from, to)) {
            long now = VenueWorker.micros(clock.instant());
            worker.candle(gap.market(), VenueBars.candle(gap.market(), bar, VenueCandle.Purpose.PURPOSE_REPAIR, now));
            published++;
        }
        long minutes = (to - from) / MINUTE_US;
        close(
                gap,
                generation,
                published > 0 ? Gap.Status.STATUS_FILLED_BY_CANDLES : Gap.Status.STATUS_EMPTY,
                "The venue has candles for " + published + " of " + minutes + " minutes");
    }

    private void handle(OpenGap gap, int generation, RestFailure failure) {
        LOG.info("{}: cannot fill {} yet: {}", adapter.venue(), gap.record().getGapId(), failure);
        switch (failure) {
            case RestFailure.Retryable retryable -> retry(gap, retryable.retryAfter());
            case RestFailure.Rejected rejected -> {
                String id = gap.record().getGapId();
                if (candlesOnly.add(id)) {
                    retry(gap, Duration.ZERO);
                } else {
                    close(gap, generation, Gap.Status.STATUS_UNFILLABLE, rejected.code() + ": " + rejected.detail());
                }
            }
            case RestFailure.Fatal fatal ->
                close(gap, generation, Gap.Status.STATUS_UNFILLABLE, fatal.code() + ": " + fatal.detail());
        }
    }

    private RestFailure failure(MalformedPayloadException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e.code()) {
            case RATE_LIMITED -> new RestFailure.Retryable(e.code().text(), Duration.ofSeconds(10), detail);
            case MALFORMED_JSON, MISSING_FIELD, BAD_NUMBER, BAD_TIME, UNKNOWN_MARKET, REFUSED, OVERSIZED ->
                new RestFailure.Rejected(e.code().text(), detail);
        };
    }

    private void retry(OpenGap gap, Duration atLeast) {
        Duration doubling = Duration.ofSeconds(1L << Math.min(10, worker.locked(gap::attempts)));
        Duration capped = doubling.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubling;
        worker.retryGap(gap, clock.instant().plus(capped.compareTo(atLeast) > 0 ? capped : atLeast));
    }

    private void close(OpenGap gap, int generation, Gap.Status status, String reason) {
        if (worker.closeGap(gap, generation, status, reason)) {
            candlesOnly.remove(gap.record().getGapId());
        }
    }
}
