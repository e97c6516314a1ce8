package org.assay.simulator.universe;

import org.assay.simulator.path.Deviation;

/**
 * A market of a venue.
 *
 * @param index its place in the universe
 * @param venue where
 * @param base what is traded
 * @param quote what it is priced in
 * @param symbol as the venue's stream writes it, for instance {@code BTCUSDT}, {@code BTC-USD} or {@code BTC/USD}
 * @param priceDecimals decimal places of the tick
 * @param amountDecimals decimal places of the lot
 * @param weight its part of the trades of the universe
 * @param seed what makes its trades different from another's
 * @param firstTradeId the venue's id of its trade number 0
 * @param usualPrice its price when nothing has moved, in quote units
 * @param offset its deviation from the other venues
 * @param halfSpread half the spread, relative to the price
 */
public record Market(
        int index,
        Venue venue,
        Asset base,
        Asset quote,
        String symbol,
        int priceDecimals,
        int amountDecimals,
        double weight,
        long seed,
        long firstTradeId,
        double usualPrice,
        Deviation offset,
        double halfSpread) {

    /**
     * An asset at a venue.
     *
     * @param id token id, or {@code fiat:EUR}
     * @param code as the venue's stream writes it
     * @param model its place among the universe's asset models
     */
    public record Asset(String id, String code, int model) {}

    /** For instance {@code binance:ETHUSDT}. */
    public String id() {
        return venue.id() + ':' + symbol;
    }

    /** The venue's id of trade number {@code k}, which counts from 0. */
    public long tradeId(long k) {
        return venue == Venue.BYBIT
                ? firstTradeId + k * BYBIT_STRIDE + Math.floorMod(seed ^ (k * 0x9E3779B97F4A7C15L), BYBIT_STRIDE)
                : firstTradeId + k;
    }

    /** The number of the first trade whose id is at least {@code tradeId}; negative ids of the venue's past give 0. */
    public long numberOf(long tradeId) {
        if (venue != Venue.BYBIT) {
            return Math.max(0, tradeId - firstTradeId);
        }
        long k = Math.max(0, Math.floorDiv(tradeId - firstTradeId, BYBIT_STRIDE));
        return tradeId(k) >= tradeId ? k : k + 1;
    }

    /** Bybit's ids grow by steps that differ. */
    private static final long BYBIT_STRIDE = 11;
}
