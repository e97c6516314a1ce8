package org.assay.signals.market;

import org.assay.events.candle.Interval;
import org.assay.signals.candle.CandlePublisher;
import org.assay.signals.candle.CandlePublisher.Scope;
import org.assay.signals.price.ConversionRates;
import org.jspecify.annotations.Nullable;

/**
 * Closes and publishes tokens' candles. A token's minute is closed when it is closed in all its markets; a venue whose
 * clock is more than a discontinuity behind the newest is not waited for.
 */
final class TokenClock {

    private final MarketStores stores;
    private final CandleRules rules;
    private final ConversionRates rates;
    private final CandlePublisher publisher;
    private final MarketClock clock;

    TokenClock(
            MarketStores stores,
            CandleRules rules,
            ConversionRates rates,
            CandlePublisher publisher,
            MarketClock clock) {
        this.stores = stores;
        this.rules = rules;
        this.rates = rates;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Publishes what changed, while the newest clock moved on as given (or not, where the two are equal).
     *
     * @param last whether a venue's feed ends here: then no open candle is held back
     */
    void advance(long beforeUs, long nowUs, boolean last) {
        Long known = beforeUs == MarketState.NONE ? null : beforeUs;
        for (TokenState token : stores.tokens()) {
            close(token, nowUs);
            publish(token, nowUs, last ? Interval.D1 : Cadence.due(known, nowUs, token.moment), Scope.ALL);
        }
        if (beforeUs != MarketState.NONE && Interval.H1.openOf(beforeUs) != Interval.H1.openOf(nowUs)) {
            expireRates(nowUs);
        }
    }

    void publishOpen(long nowUs) {
        for (TokenState token : stores.tokens()) {
            publish(token, nowUs, Interval.D1, Scope.OPEN_ONLY);
        }
    }

    private void publish(TokenState token, long nowUs, @Nullable Interval due, Scope scope) {
        if (!token.dirty.isEmpty()) {
            token.changed |= publisher.run(new TokenCandles(token, stores, rates), nowUs, due, scope);
        }
        if (token.changed) {
            stores.save(token);
        }
    }

    private void close(TokenState token, long nowUs) {
        long before = token.closedBefore;
        long settled = settledBefore(token, nowUs);
        if (settled <= before) {
            return;
        }
        token.closedBefore = settled;
        token.changed = true;
        for (long minute : stores.buckets().opens(token.token, Interval.M1, before, settled)) {
            token.dirty.add(Interval.M1, minute);
        }
        if (before == MarketState.NONE) {
            return;
        }
        for (Interval interval : Interval.values()) {
            // Whatever minute is missing, the longer intervals that end here are closed.
            if (interval != Interval.M1 && interval.openOf(before) != interval.openOf(settled)) {
                token.dirty.add(interval, interval.openOf(before));
            }
        }
        if (Interval.H1.openOf(before) != Interval.H1.openOf(settled)) {
            clock.expire(token.token, settled);
        }
    }

    private long settledBefore(TokenState token, long nowUs) {
        long closed = Long.MAX_VALUE;
        long history = MarketState.NONE;
        boolean started = false;
        for (MarketState market : stores.marketsOfToken(token.token)) {
            history = Math.max(history, market.historyBefore);
            if (market.started()) {
                started = true;
                Long venueClock = stores.clocks().get(market.market.getVenue());
                if (venueClock != null && nowUs - venueClock <= rules.discontinuityUs()) {
                    closed = Math.min(closed, market.closedBefore);
                }
            }
        }
        if (!started) {
            return history;
        }
        return closed == Long.MAX_VALUE ? token.closedBefore : closed;
    }

    private void expireRates(long nowUs) {
        if (rules.retentionUs() == Long.MAX_VALUE) {
            return;
        }
        rates.expire(Interval.M1, nowUs - rules.retentionUs());
    }
}
