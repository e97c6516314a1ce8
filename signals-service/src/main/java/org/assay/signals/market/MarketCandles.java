package org.assay.signals.market;

import java.math.BigDecimal;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Candle;
import org.assay.signals.candle.Bucket;
import org.assay.signals.candle.CandleSeries;
import org.assay.signals.candle.DirtyCandles;
import org.jspecify.annotations.Nullable;

/** The candles of one market. Tells its token's candles what changed. */
final class MarketCandles implements CandleSeries {

    private static final long MINUTE = Interval.M1.micros();

    private final MarketState state;
    private final MarketStores stores;
    private final String name;

    MarketCandles(MarketState state, MarketStores stores) {
        this.state = state;
        this.stores = stores;
        this.name = state.name();
    }

    @Override
    public Candle identity() {
        return Candle.newBuilder()
                .setVenue(state.market.getVenue())
                .setSymbol(state.market.getSymbol())
                .build();
    }

    @Override
    public DirtyCandles dirty() {
        return state.dirty;
    }

    @Override
    public long closedBefore() {
        return state.settledBefore();
    }

    @Override
    public @Nullable Bucket find(Interval interval, long openUs) {
        if (interval == Interval.M1 && openUs == state.headOpen && state.head != null) {
            return state.head;
        }
        return stores.buckets().find(name, interval, openUs);
    }

    @Override
    public void keep(Interval interval, long openUs, Bucket bucket) {
        if (interval == Interval.M1 && openUs == state.headOpen) {
            state.head = bucket;
        } else {
            stores.buckets().save(name, interval, openUs, bucket);
        }
    }

    @Override
    public @Nullable Bucket settle(Interval interval, long openUs) {
        Bucket bucket = find(interval, openUs);
        if (bucket == null || (interval != Interval.M1 && !bucket.isOwn())) {
            return null;
        }
        if (interval == Interval.M1) {
            if (bucket.followsPrice()) {
                Bucket before = find(interval, openUs - MINUTE);
                BigDecimal price = before == null ? null : before.close();
                if (price != null) {
                    bucket.reprice(price);
                }
            }
            bucket.setComplete(state.isComplete(openUs, bucket));
            if (openUs + MINUTE == state.closedBefore && bucket.close() != null) {
                state.lastClose = bucket.close();
            }
        } else {
            bucket.setComplete(true);
        }
        return bucket;
    }

    @Override
    public void published(Interval interval, long openUs, Bucket bucket) {
        String token = state.market.getBaseToken();
        if (!token.isEmpty() && (interval == Interval.M1 || bucket.isOwn())) {
            TokenState tokenState = stores.token(token);
            tokenState.dirty.add(interval, openUs);
            tokenState.changed = true;
        }
    }
}
