package org.assay.events.redis;

import org.assay.events.candle.Interval;

/**
 * The latest values in Redis. Each is a hash; every field's value is the Protobuf record as plain bytes.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>field</th><th>value</th></tr>
 * <tr><td>{@link #PRICES}</td><td>token id</td><td>{@code Price}</td></tr>
 * <tr><td>{@link #QUOTES}</td><td>{@code venue:symbol}</td><td>{@code Quote}</td></tr>
 * <tr><td>{@link #candles}</td><td>token id (USD, all venues) or {@code venue:symbol}</td>
 * <td>{@code Candle}, the one with the latest open time</td></tr>
 * </table>
 *
 * <p>Redis holds a copy that may be lost: the writer puts everything it knows back after a reconnect, and a field can
 * be missing until its value next changes. Readers judge freshness by the times in the record.
 */
public final class RedisLayout {

    /** Latest reference prices. */
    public static final String PRICES = "assay:prices";

    /** Latest best bid and offer. */
    public static final String QUOTES = "assay:quotes";

    private RedisLayout() {}

    /** Latest candles of an interval, for instance {@code assay:candles:1m}. */
    public static String candles(Interval interval) {
        return "assay:candles:" + interval.code();
    }

    /** The field of a market. */
    public static String market(String venue, String symbol) {
        return venue + ":" + symbol;
    }
}
