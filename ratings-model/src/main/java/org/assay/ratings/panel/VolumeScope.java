package org.assay.ratings.panel;

import java.util.Locale;

/**
 * What a day's traded volume counts. Volumes of different scopes are never compared or differenced: they are ranked within
 * a scope.
 */
public enum VolumeScope {
    /** All venues that the source knows. */
    AGGREGATE("aggregate", 0),
    /** Binance spot, quote volume. */
    BINANCE_SPOT("binance_spot", 1),
    /** Binance spot, base volume times close. */
    BINANCE_SPOT_APPROXIMATE("binance_spot~", 2),
    /** Coinbase spot, base volume times close. */
    COINBASE_SPOT_APPROXIMATE("coinbase_spot~", 3),
    /** Bybit perpetual futures. */
    BYBIT_PERPETUAL("bybit_perp", 4),
    /** No volume is known. */
    NONE("none", 5);

    private final String label;
    private final int code;

    VolumeScope(String label, int code) {
        this.label = label;
        this.code = code;
    }

    /** As it stands in a panel's {@code scope} column: the position in this list, from 0. */
    public int code() {
        return code;
    }

    /** As it is written in a panel file. */
    public String label() {
        return label;
    }

    /**
     * Reads a label; an empty one is {@link #NONE}.
     *
     * @throws IllegalArgumentException when no scope is called so
     */
    public static VolumeScope of(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return NONE;
        }
        for (VolumeScope scope : values()) {
            if (scope.label.equals(wanted)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("unknown volume scope '" + label + "'");
    }
}
