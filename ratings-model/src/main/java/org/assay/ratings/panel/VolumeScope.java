package org.assay.ratings.panel;

import java.util.Locale;

/**
 * What a day's traded volume counts. Volumes of different scopes are never compared or differenced: they are ranked within
 * a scope.
 */
public enum VolumeScope {
    /** All venues that the source knows. */
    AGGREGATE("aggregate"),
    /** Binance spot, quote volume. */
    BINANCE_SPOT("binance_spot"),
    /** Binance spot, base volume times close. */
    BINANCE_SPOT_APPROXIMATE("binance_spot~"),
    /** Coinbase spot, base volume times close. */
    COINBASE_SPOT_APPROXIMATE("coinbase_spot~"),
    /** Bybit perpetual futures. */
    BYBIT_PERPETUAL("bybit_perp"),
    /** No volume is known. */
    NONE("none");

    private final String label;

    VolumeScope(String label) {
        this.label = label;
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
