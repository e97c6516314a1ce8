package org.assay.simulator.path;

/** Random numbers without state: the same place always yields the same number. */
public final class Hash {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;
    /** Four 16-bit parts sum to mean 2 * 65535 with this deviation. */
    private static final double PARTS_MEAN = 2.0 * 65535;

    private static final double PARTS_DEVIATION = 37837.06;

    private Hash() {}

    /** A well-mixed number of two others. */
    public static long of(long seed, long place) {
        long z = seed + (place + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A well-mixed number of three others. */
    public static long of(long seed, long place, long part) {
        return of(of(seed, place), part);
    }

    /** A well-mixed number of a text. */
    public static long of(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = of(hash, text.charAt(i));
        }
        return hash;
    }

    /** Uniform in [0, 1). */
    public static double unit(long hash) {
        return (hash >>> 11) * TO_UNIT;
    }

    /** Mean 0, deviation 1, near normal, within 3.5 deviations: tails come from volatility that changes, not from here. */
    public static double normal(long hash) {
        long sum = (hash & 0xFFFF) + ((hash >>> 16) & 0xFFFF) + ((hash >>> 32) & 0xFFFF) + (hash >>> 48);
        return (sum - PARTS_MEAN) / PARTS_DEVIATION;
    }
}
