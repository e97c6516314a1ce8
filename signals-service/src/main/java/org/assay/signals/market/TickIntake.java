package org.assay.signals.market;

import java.util.Set;
import org.assay.events.candle.Interval;
import org.assay.events.v1.ConversionSample;
import org.assay.events.v1.Tick;
import org.assay.signals.candle.CandlePublisher;
import org.assay.signals.candle.CandlePublisher.Scope;
import org.assay.signals.market.MarketMetrics.Outcome;
import org.assay.signals.price.ConversionRates;
import org.jspecify.annotations.Nullable;

/** Moves a venue's clock on: closes candles, publishes what changed, takes in conversion trades, ends minutes. */
final class TickIntake {

    private static final long MINUTE = Interval.M1.micros();
    // After this a silent venue counts as gone: what is open is closed, and no more candles are made for it.
    private static final long LONGEST_SILENCE = 10 * MINUTE;

    private final MarketStores stores;
    private final CandleRules rules;
    private final MarketClock clock;
    private final ConversionRates rates;
    private final CandlePublisher publisher;
    private final TokenClock tokenClock;
    private final MarketMetrics metrics;

    TickIntake(
            MarketStores stores,
            CandleRules rules,
            ConversionRates rates,
            CandlePublisher publisher,
            MarketMetrics metrics) {
        this.stores = stores;
        this.rules = rules;
        this.clock = new MarketClock(stores, rules);
        this.rates = rates;
        this.publisher = publisher;
        this.tokenClock = new TokenClock(stores, rules, rates, publisher, clock);
        this.metrics = metrics;
    }

    Outcome accept(Tick tick) {
        Long before = stores.clocks().get(tick.getVenue());
        long at = tick.getAtUs();
        if (before != null && at <= before) {
            settleLate(tick);
            return Outcome.TICK_OLD;
        }
        long newestBefore = stores.newestClock();
        stores.saveClock(tick.getVenue(), at);
        takeSamples(tick);
        boolean jump = before != null && at - before > rules.discontinuityUs();
        Set<String> notLive = Set.copyOf(tick.getNotLiveList());
        for (MarketState market : stores.marketsOfVenue(tick.getVenue())) {
            boolean changed = false;
            if (jump) {
                clock.jump(market, at);
                changed = true;
            } else {
                if (before != null && !(tick.getConnected() && !notLive.contains(market.market.getSymbol()))) {
                    changed = notWatched(market, at);
                }
                changed |= clock.advance(market, at);
            }
            publish(market, at, tick.getLast() ? Interval.D1 : Cadence.due(before, at, market.moment), changed);
        }
        tokenClock.advance(newestBefore, stores.newestClock(), tick.getLast());
        return Outcome.TICK_ACCEPTED;
    }

    /** A tick that is not new moves no clock, but late trades since the last one are published as amendments. */
    private void settleLate(Tick tick) {
        Interval due = tick.getLast() ? Interval.D1 : null;
        for (MarketState market : stores.marketsOfVenue(tick.getVenue())) {
            publish(market, stores.newestClock(), due, clock.advance(market, tick.getAtUs()));
        }
        tokenClock.advance(stores.newestClock(), stores.newestClock(), tick.getLast());
    }

    private void takeSamples(Tick tick) {
        for (ConversionSample sample : tick.getSamplesList()) {
            try {
                rates.add(sample);
            } catch (IllegalArgumentException e) {
                metrics.count(Outcome.SAMPLE_REJECTED);
            }
        }
        rates.refresh();
    }

    private static boolean notWatched(MarketState market, long at) {
        long minute = Interval.M1.openOf(at);
        return market.started() && minute >= market.closedBefore && market.unwatched.add(minute);
    }

    private void publish(MarketState market, long knownAt, @Nullable Interval due, boolean changedBefore) {
        boolean changed = changedBefore;
        if (!market.dirty.isEmpty()) {
            changed |= publisher.run(new MarketCandles(market, stores), knownAt, due, Scope.ALL);
        }
        if (changed) {
            stores.save(market);
        }
    }

    /** Closes what is over by another clock than the venue's own, which is silent: nobody watched. */
    void closeSilent(String venue, long atUs) {
        boolean any = false;
        long limit = Interval.M1.openOf(atUs - rules.graceUs());
        boolean gone = atUs - stores.clocks().getOrDefault(venue, 0L) > LONGEST_SILENCE;
        for (MarketState market : stores.marketsOfVenue(venue)) {
            if (!market.started() || limit <= market.closedBefore) {
                continue;
            }
            if (!gone) {
                for (long minute = market.closedBefore; minute < limit; minute += MINUTE) {
                    market.unwatched.add(minute);
                }
                clock.advance(market, atUs);
            } else if (market.headOpen >= market.closedBefore) {
                clock.jump(market, atUs);
            } else {
                continue;
            }
            any = true;
            publish(market, atUs, null, true);
        }
        if (any) {
            tokenClock.advance(stores.newestClock(), stores.newestClock(), false);
        }
    }

    /** Publishes open candles that wait for a tick while none comes; closes nothing. */
    void publishOpen() {
        long now = stores.newestClock();
        if (now == MarketState.NONE) {
            return;
        }
        for (MarketState market : stores.markets()) {
            if (!market.dirty.isEmpty()
                    && publisher.run(new MarketCandles(market, stores), now, Interval.D1, Scope.OPEN_ONLY)) {
                stores.save(market);
            }
        }
        tokenClock.publishOpen(now);
    }
}
