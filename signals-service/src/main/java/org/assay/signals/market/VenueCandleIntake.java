package org.assay.signals.market;

import org.assay.events.candle.Interval;
import org.assay.events.v1.VenueCandle;
import org.assay.signals.candle.Bucket;
import org.assay.signals.candle.VenueBar;
import org.assay.signals.market.MarketMetrics.Outcome;
import org.assay.signals.price.ConversionRates;

/** Takes in venues' own candles: as history before the first trade, and in place of minutes whose trades are lost. */
final class VenueCandleIntake {

    private final MarketStores stores;
    private final ConversionRates rates;

    VenueCandleIntake(MarketStores stores, ConversionRates rates) {
        this.stores = stores;
        this.rates = rates;
    }

    Outcome accept(VenueCandle candle) {
        Interval interval = Interval.ofCode(candle.getInterval()).orElse(null);
        long openUs = candle.getOpenTimeUs();
        if (interval == null || openUs < 0 || interval.openOf(openUs) != openUs) {
            return Outcome.CANDLE_REJECTED;
        }
        boolean finished = openUs + interval.micros() <= candle.getReceivedAtUs() || candle.getReceivedAtUs() == 0;
        if (!finished) {
            return Outcome.CANDLE_SUPERSEDED;
        }
        try {
            return switch (candle.getPurpose()) {
                case PURPOSE_HISTORY -> history(candle, interval);
                case PURPOSE_REPAIR -> repair(candle, interval);
                case PURPOSE_CONVERSION -> {
                    rates.add(candle, interval);
                    yield Outcome.CANDLE_ACCEPTED;
                }
                case PURPOSE_UNSPECIFIED, UNRECOGNIZED -> Outcome.CANDLE_REJECTED;
            };
        } catch (IllegalArgumentException e) {
            return Outcome.CANDLE_REJECTED;
        }
    }

    private Outcome history(VenueCandle candle, Interval interval) {
        MarketState market = stores.market(candle.getMarket());
        long openUs = candle.getOpenTimeUs();
        long endUs = openUs + interval.micros();
        MarketCandles candles = new MarketCandles(market, stores);
        Bucket known = candles.find(interval, openUs);
        boolean fromTrades = interval == Interval.M1 && known != null && !known.isOwn() && !known.isUnwatched();
        if ((market.started() && endUs > market.firstMinute) || fromTrades) {
            return Outcome.CANDLE_SUPERSEDED;
        }
        candles.keep(interval, openUs, Bucket.ofVenue(VenueBar.of(candle)).continuing(known));
        market.historyBefore = Math.max(market.historyBefore, endUs);
        market.dirty.add(interval, openUs);
        stores.save(market);
        return Outcome.CANDLE_ACCEPTED;
    }

    private Outcome repair(VenueCandle candle, Interval interval) {
        if (interval != Interval.M1) {
            return Outcome.CANDLE_REJECTED;
        }
        MarketState market = stores.market(candle.getMarket());
        MarketCandles candles = new MarketCandles(market, stores);
        long openUs = candle.getOpenTimeUs();
        candles.keep(interval, openUs, Bucket.ofVenue(VenueBar.of(candle)).continuing(candles.find(interval, openUs)));
        if (!market.started()) {
            market.historyBefore = Math.max(market.historyBefore, openUs + interval.micros());
        }
        market.dirty.add(interval, openUs);
        stores.save(market);
        return Outcome.CANDLE_ACCEPTED;
    }
}
