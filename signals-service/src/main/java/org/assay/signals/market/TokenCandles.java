package org.assay.signals.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Candle;
import org.assay.signals.candle.Bucket;
import org.assay.signals.candle.CandleSeries;
import org.assay.signals.candle.DirtyCandles;
import org.assay.signals.candle.VenueMerge;
import org.assay.signals.price.ConversionRates;
import org.assay.signals.price.Rate;
import org.jspecify.annotations.Nullable;

/** The candles of one token in USD, merged from those of its markets. */
final class TokenCandles implements CandleSeries {

    private static final long MINUTE = Interval.M1.micros();

    private final TokenState state;
    private final MarketStores stores;
    private final ConversionRates rates;

    TokenCandles(TokenState state, MarketStores stores, ConversionRates rates) {
        this.state = state;
        this.stores = stores;
        this.rates = rates;
    }

    @Override
    public Candle identity() {
        return Candle.newBuilder().setToken(state.token).build();
    }

    @Override
    public DirtyCandles dirty() {
        return state.dirty;
    }

    @Override
    public long closedBefore() {
        return state.closedBefore;
    }

    @Override
    public @Nullable Bucket find(Interval interval, long openUs) {
        return stores.buckets().find(state.token, interval, openUs);
    }

    @Override
    public void keep(Interval interval, long openUs, Bucket bucket) {
        stores.buckets().save(state.token, interval, openUs, bucket);
    }

    @Override
    public @Nullable Bucket settle(Interval interval, long openUs) {
        List<VenueMerge.Part> parts = new ArrayList<>();
        boolean own = false;
        boolean complete = true;
        boolean closed = openUs + interval.micros() <= state.closedBefore;
        for (MarketState market : stores.marketsOfToken(state.token)) {
            Bucket bucket = new MarketCandles(market, stores).find(interval, openUs);
            if (bucket == null) {
                complete &= !market.started() || openUs < market.firstMinute || openUs >= market.closedBefore;
                continue;
            }
            own |= bucket.isOwn();
            boolean settled = interval != Interval.M1 || openUs < market.settledBefore();
            complete &= settled ? bucket.isComplete() : market.isComplete(openUs, bucket);
            Rate rate = rates.over(market.market.getQuoteToken(), interval, openUs, closed);
            parts.add(new VenueMerge.Part(market.name(), bucket, rate == null ? null : rate.usd()));
        }
        if (parts.isEmpty() || (interval != Interval.M1 && !own)) {
            return null;
        }
        Bucket before = find(interval, openUs);
        Bucket merged =
                VenueMerge.of(parts, previousClose(interval, openUs), complete).continuing(before);
        if (interval == Interval.M1 && merged.close() != null && openUs + MINUTE >= state.closedBefore) {
            state.lastClose = merged.close();
        }
        return merged;
    }

    private @Nullable BigDecimal previousClose(Interval interval, long openUs) {
        Bucket before = find(interval, openUs - interval.micros());
        BigDecimal price = before == null ? null : before.close();
        boolean newest = interval == Interval.M1 && openUs + MINUTE >= state.closedBefore;
        return price == null && newest ? state.lastClose : price;
    }

    @Override
    public void published(Interval interval, long openUs, Bucket bucket) {
        // Nothing is made from a token's candles but its longer ones.
    }
}
