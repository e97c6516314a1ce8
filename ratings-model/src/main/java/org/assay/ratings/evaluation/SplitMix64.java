package org.assay.ratings.evaluation;

/**
 * The SplitMix64 generator (Steele, Lea and Flood, 2014), so that a bootstrap draws the same blocks in every language.
 */
public final class SplitMix64 {

    private long state;

    public SplitMix64(long seed) {
        this.state = seed;
    }

    public long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to {@code bound - 1}: the upper 63 bits modulo the bound. */
    public int next(int bound) {
        return (int) ((next() >>> 1) % bound);
    }
}
