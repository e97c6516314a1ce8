package org.assay.signals.market;

import java.math.BigDecimal;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Gap;
import org.assay.signals.candle.Bucket;
import org.jspecify.annotations.Nullable;

/** Keeps the gaps of trade streams, and marks the minutes that they touch. */
final class GapIntake {

    private static final String TRADES = "trades";
    private static final long MINUTE = Interval.M1.micros();
    // A gap longer than this is filled at its end only: what lies before is history, not a gap.
    private static final long LONGEST_FILL = 7 * Interval.D1.micros();

    private final MarketStores stores;
    private final CandleRules rules;

    GapIntake(MarketStores stores, CandleRules rules) {
        this.stores = stores;
        this.rules = rules;
    }

    void accept(Gap gap) {
        if (!gap.getChannel().isEmpty() && !gap.getChannel().equals(TRADES)) {
            return;
        }
        MarketState market = stores.market(gap.getMarket());
        switch (gap.getStatus()) {
            case STATUS_OPEN, STATUS_UNSPECIFIED, UNRECOGNIZED -> opened(market, gap);
            case STATUS_FILLED_BY_TRADES, STATUS_FILLED_BY_CANDLES, STATUS_EMPTY -> filled(market, gap);
            case STATUS_UNFILLABLE -> lost(market, gap);
        }
        forgetOldGaps(market);
        stores.save(market);
    }

    private void opened(MarketState market, Gap gap) {
        KnownGap known = market.gaps.get(gap.getGapId());
        if (known != null && !known.open()) {
            // Said again by a second replay; its end is known already.
            return;
        }
        KnownGap now = knownGap(gap, true);
        market.gaps.put(gap.getGapId(), now);
        for (long minute : stores.buckets().opens(market.name(), Interval.M1, minuteOf(now), toOf(market, now))) {
            market.dirty.add(Interval.M1, minute);
        }
        if (market.headOpen != MarketState.NONE && now.touches(market.headOpen, market.headOpen + MINUTE)) {
            market.dirty.add(Interval.M1, market.headOpen);
        }
    }

    private void filled(MarketState market, Gap gap) {
        KnownGap now = knownGap(gap, false);
        KnownGap before = market.gaps.put(gap.getGapId(), now);
        if (before != null && !before.open()) {
            return;
        }
        if (market.watchedFrom > now.fromUs() && now.toUs() >= market.watchedFrom) {
            market.watchedFrom = now.fromUs();
        }
        market.unwatched.removeIf(minute -> now.touches(minute, minute + MINUTE));
        if (!market.started()) {
            return;
        }
        MarketCandles candles = new MarketCandles(market, stores);
        long from = Math.max(minuteOf(now), Math.max(market.firstMinute, now.toUs() - LONGEST_FILL));
        BigDecimal price = priceBefore(candles, Interval.M1.openOf(from));
        for (long minute = Interval.M1.openOf(from); minute < toOf(market, now); minute += MINUTE) {
            Bucket bucket = candles.find(Interval.M1, minute);
            if (bucket == null && minute < market.closedBefore && price != null) {
                bucket = Bucket.quiet(price);
            }
            if (bucket != null) {
                bucket.setUnwatched(false);
                candles.keep(Interval.M1, minute, bucket);
                market.dirty.add(Interval.M1, minute);
                price = bucket.close() == null ? price : bucket.close();
            }
        }
    }

    private static @Nullable BigDecimal priceBefore(MarketCandles candles, long minute) {
        Bucket before = candles.find(Interval.M1, minute - MINUTE);
        return before == null ? null : before.close();
    }

    private void lost(MarketState market, Gap gap) {
        KnownGap now = knownGap(gap, false);
        KnownGap before = market.gaps.put(gap.getGapId(), now);
        if (before != null && !before.open()) {
            return;
        }
        MarketCandles candles = new MarketCandles(market, stores);
        for (long minute : stores.buckets().opens(market.name(), Interval.M1, minuteOf(now), toOf(market, now))) {
            markLost(market, candles, minute);
        }
        if (market.headOpen != MarketState.NONE && now.touches(market.headOpen, market.headOpen + MINUTE)) {
            markLost(market, candles, market.headOpen);
        }
        if (market.started() && now.toUs() != Long.MAX_VALUE) {
            for (long minute = Math.max(market.closedBefore, minuteOf(now));
                    minute < now.toUs() && minute - market.closedBefore < LONGEST_FILL;
                    minute += MINUTE) {
                market.unwatched.add(minute);
            }
        }
    }

    private static void markLost(MarketState market, MarketCandles candles, long minute) {
        Bucket bucket = candles.find(Interval.M1, minute);
        if (bucket != null && !bucket.isOwn()) {
            bucket.setUnwatched(true);
            candles.keep(Interval.M1, minute, bucket);
            market.dirty.add(Interval.M1, minute);
        }
    }

    private static KnownGap knownGap(Gap gap, boolean open) {
        return new KnownGap(gap.getFromUs(), gap.hasToUs() ? gap.getToUs() : Long.MAX_VALUE, open);
    }

    private static long minuteOf(KnownGap gap) {
        return Interval.M1.openOf(gap.fromUs());
    }

    /** The end of the minutes to look at: no minute after the newest trade's holds anything. */
    private static long toOf(MarketState market, KnownGap gap) {
        long newest = Math.max(market.headOpen, market.settledBefore());
        return newest == MarketState.NONE
                ? minuteOf(gap)
                : Math.min(Math.max(gap.toUs(), gap.fromUs() + 1), newest + MINUTE);
    }

    private void forgetOldGaps(MarketState market) {
        if (market.headOpen == MarketState.NONE || rules.retentionUs() == Long.MAX_VALUE) {
            return;
        }
        long before = market.headOpen - rules.retentionUs();
        market.gaps.values().removeIf(gap -> !gap.open() && gap.toUs() < before);
    }
}
