package org.assay.simulator.path;

/**
 * A small bounded deviation that keeps returning to zero: a venue's offset from the others, a stablecoin's from its peg.
 * Smooth noise on three time scales.
 */
public record Deviation(long seed, double amplitude) {

    private static final long[] SCALES_US = {21_600_000_000L, 600_000_000L, 20_000_000L};
    private static final double[] SHARES = {0.5, 0.3, 0.2};

    /** No deviation. */
    public static final Deviation NONE = new Deviation(0, 0);

    /** The deviation of the logarithm at a time, within +-{@code amplitude}. */
    public double at(long timeUs) {
        if (amplitude == 0) {
            return 0;
        }
        double sum = 0;
        for (int scale = 0; scale < SCALES_US.length; scale++) {
            long length = SCALES_US[scale];
            long knot = Math.floorDiv(timeUs, length);
            double left = 2 * Hash.unit(Hash.of(seed, knot, scale)) - 1;
            double right = 2 * Hash.unit(Hash.of(seed, knot + 1, scale)) - 1;
            double part = (double) (timeUs - knot * length) / length;
            sum += SHARES[scale] * (left + (right - left) * part * part * (3 - 2 * part));
        }
        return amplitude * sum;
    }
}
