package org.assay.signals.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assay.events.candle.Interval;
import org.assay.signals.candle.Bucket;
import org.jspecify.annotations.Nullable;

/** Closes a market's minutes as its venue's clock moves on, and forgets those beyond the retention. */
final class MarketClock {

    private static final long MINUTE = Interval.M1.micros();
    // Longer intervals are made from shorter ones: these must outlive the last late trade by the longest interval.
    private static final long ROLL_UP_RESERVE = 2 * Interval.D1.micros();

    private final MarketStores stores;
    private final CandleRules rules;

    MarketClock(MarketStores stores, CandleRules rules) {
        this.stores = stores;
        this.rules = rules;
    }

    /** Minutes that begin before this time are over, their grace included, when the clock stands at {@code atUs}. */
    private long limit(long atUs) {
        return Interval.M1.openOf(atUs - rules.graceUs());
    }

    /** Closes what is over; a minute without a trade gets a candle without trades. */
    boolean advance(MarketState market, long atUs) {
        long limit = limit(atUs);
        if (!market.started() || market.closedBefore >= limit) {
            return false;
        }
        MarketCandles candles = new MarketCandles(market, stores);
        long from = market.closedBefore;
        while (market.closedBefore < limit) {
            long minute = market.closedBefore;
            Bucket bucket = candles.find(Interval.M1, minute);
            if (bucket == null) {
                bucket = Bucket.quiet(priceBefore(market, candles, minute));
            }
            close(market, candles, minute, bucket, minute < market.watchedFrom);
            market.closedBefore = minute + MINUTE;
        }
        market.unwatched.headSet(limit).clear();
        expire(market, from);
        return true;
    }

    /**
     * The clock was away between two ticks: what is open is closed as not watched, and no candle is made for the time
     * between.
     */
    void jump(MarketState market, long atUs) {
        if (!market.started()) {
            return;
        }
        MarketCandles candles = new MarketCandles(market, stores);
        long limit = limit(atUs);
        long from = market.closedBefore;
        List<Long> open = new ArrayList<>(stores.buckets().opens(market.name(), Interval.M1, from, limit));
        if (market.headOpen >= from && market.headOpen < limit && !open.contains(market.headOpen)) {
            open.add(market.headOpen);
        }
        for (long minute : open) {
            Bucket bucket = candles.find(Interval.M1, minute);
            if (bucket != null) {
                close(market, candles, minute, bucket, true);
            }
        }
        market.closedBefore = Math.max(from, limit);
        // No minute will come to close the longer intervals that the jump cut short.
        market.dirty.addLonger(from);
        market.dirty.addLonger(from - 1);
        market.watchedFrom = atUs;
        market.unwatched.headSet(market.closedBefore).clear();
        expire(market, from);
    }

    private void close(MarketState market, MarketCandles candles, long minute, Bucket bucket, boolean unwatched) {
        if (!bucket.isOwn() && (unwatched || market.unwatched.contains(minute))) {
            bucket.setUnwatched(true);
        }
        candles.keep(Interval.M1, minute, bucket);
        market.dirty.add(Interval.M1, minute);
        if (bucket.close() != null) {
            market.lastClose = bucket.close();
        }
    }

    private static @Nullable BigDecimal priceBefore(MarketState market, MarketCandles candles, long minute) {
        Bucket before = candles.find(Interval.M1, minute - MINUTE);
        BigDecimal price = before == null ? null : before.close();
        return price == null ? market.lastClose : price;
    }

    private void expire(MarketState market, long closedBeforeUs) {
        boolean newHour = Interval.H1.openOf(closedBeforeUs) != Interval.H1.openOf(market.closedBefore);
        if (newHour) {
            expire(market.name(), market.closedBefore);
        }
    }

    /** Forgets what nobody can change any more of a market or token whose minutes are closed up to a time. */
    void expire(String owner, long closedBeforeUs) {
        if (rules.retentionUs() == Long.MAX_VALUE) {
            return;
        }
        long keepFrom = closedBeforeUs - rules.retentionUs();
        stores.buckets().expire(owner, Interval.M1, keepFrom);
        for (Interval interval : Interval.values()) {
            if (interval != Interval.M1) {
                stores.buckets().expire(owner, interval, keepFrom - ROLL_UP_RESERVE);
            }
        }
    }
}
