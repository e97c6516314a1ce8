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
 * <tr><td>{@link #grades}</td><td>token id</td><td>{@code Grade}, the one of the latest day or hour</td></tr>
 * <tr><td>{@link #signals}</td><td>token id</td><td>{@code Signal}, the one of the latest day or hour</td></tr>
 * <tr><td>{@link #INDICES}</td><td>index id</td><td>{@code IndexDay}, the latest</td></tr>
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

    /** Latest days of the indices. */
    public static final String INDICES = "assay:indices";

    private RedisLayout() {}

    /** Latest candles of an interval, for instance {@code assay:candles:1m}. */
    public static String candles(Interval interval) {
        return "assay:candles:" + interval.code();
    }

    /**
     * Latest grades, for instance {@code assay:grades:trader:hourly}.
     *
     * @param kind {@code trader} or {@code investor}
     * @param cadence {@code daily} or {@code hourly}
     */
    public static String grades(String kind, String cadence) {
        return "assay:grades:" + kind + ":" + cadence;
    }

    /** Latest signals of a cadence, {@code daily} or {@code hourly}. */
    public static String signals(String cadence) {
        return "assay:signals:" + cadence;
    }

    /** The field of a market. */
    public static String market(String venue, String symbol) {
        return venue + ":" + symbol;
    }
}
