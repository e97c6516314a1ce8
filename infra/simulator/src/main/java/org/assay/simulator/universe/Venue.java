package org.assay.simulator.universe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The venues that the simulator stands in for. */
public enum Venue {
    BINANCE(0.42, 8, 1_000_000),
    COINBASE(0.17, 10, 50_000),
    KRAKEN(0.09, 10, 30_000),
    BYBIT(0.16, 10, 2_290_000_000_000_000L),
    OKX(0.16, 10, 100_000);

    private final double share;
    private final int maxPriceDecimals;
    private final long firstTradeId;

    Venue(double share, int maxPriceDecimals, long firstTradeId) {
        this.share = share;
        this.maxPriceDecimals = maxPriceDecimals;
        this.firstTradeId = firstTradeId;
    }

    /** The venue with this id; empty when there is none. */
    public static Optional<Venue> ofId(String id) {
        return Arrays.stream(values()).filter(venue -> venue.id().equals(id)).findFirst();
    }

    /** Lower-case id, for instance {@code binance}; also the first part of its paths. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Part of the trades of a token that is on all venues. */
    double share() {
        return share;
    }

    int maxPriceDecimals() {
        return maxPriceDecimals;
    }

    /** About where the trade ids of its markets begin. */
    long firstTradeId() {
        return firstTradeId;
    }
}
