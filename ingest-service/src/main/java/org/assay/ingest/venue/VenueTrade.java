package org.assay.ingest.venue;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A trade as a venue reports it, before it is tied to a token.
 *
 * @param symbol the market, as in {@link Listing#symbol()}
 * @param tradeId the venue's id of the trade, unique within the market
 * @param sequence the id as a number where the venue's ids are numeric
 * @param price in quote units, positive
 * @param amount in base units, positive
 * @param side the taker's side
 * @param eventTimeUs the venue's time, microseconds since the epoch
 * @param executions how many executions the venue merged into this record, at least 1
 */
public record VenueTrade(
        String symbol,
        String tradeId,
        OptionalLong sequence,
        BigDecimal price,
        BigDecimal amount,
        TakerSide side,
        long eventTimeUs,
        int executions) {

    /** Who crossed the spread. */
    public enum TakerSide {
        BUY,
        SELL,
        UNKNOWN
    }
}
