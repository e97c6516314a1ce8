package org.assay.simulator.path;

import java.util.Arrays;

/**
 * Reads a {@link Deviation} at any moment. The knots around the last moment are kept: reading forward is cheap. One thread
 * at a time.
 */
public final class DeviationCursor {

    private static final long[] SCALES_US = {21_600_000_000L, 600_000_000L, 20_000_000L};
    private static final double[] SHARES = {0.5, 0.3, 0.2};
    /** A whole minute is a knot of this scale. */
    private static final int SHORTEST = SCALES_US.length - 1;

    private static final long MINUTE_US = 60_000_000;

    private final Deviation deviation;
    private final long[] fromUs = new long[SCALES_US.length];
    private final double[] left = new double[SCALES_US.length];
    private final double[] right = new double[SCALES_US.length];

    /** Reads this deviation. */
    public DeviationCursor(Deviation deviation) {
        this.deviation = deviation;
        Arrays.fill(fromUs, Long.MIN_VALUE / 2);
    }

    /**
     * The deviation of the logarithm.
     *
     * @param timeUs microseconds since 1970
     */
    public double at(long timeUs) {
        if (deviation.amplitude() == 0) {
            return 0;
        }
        double sum = 0;
        for (int scale = 0; scale < SCALES_US.length; scale++) {
            sum += SHARES[scale] * between(scale, timeUs);
        }
        return deviation.amplitude() * sum;
    }

    /**
     * Adds the deviations at whole minutes.
     *
     * @param fromUs the first of these minutes
     * @param sums one for each minute
     * @param count how many minutes
     */
    public void addMinutes(long fromUs, double[] sums, int count) {
        if (deviation.amplitude() == 0) {
            return;
        }
        long knot = Math.floorDiv(fromUs, SCALES_US[SHORTEST]);
        long knotsInMinute = MINUTE_US / SCALES_US[SHORTEST];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int scale = 0; scale < SHORTEST; scale++) {
                sum += SHARES[scale] * between(scale, fromUs + i * MINUTE_US);
            }
            sum += SHARES[SHORTEST] * knotValue(SHORTEST, knot + i * knotsInMinute);
            sums[i] += deviation.amplitude() * sum;
        }
    }

    private double between(int scale, long timeUs) {
        long length = SCALES_US[scale];
        if (timeUs < fromUs[scale] || timeUs - fromUs[scale] >= length) {
            move(scale, Math.floorDiv(timeUs, length));
        }
        double part = (double) (timeUs - fromUs[scale]) / length;
        return left[scale] + (right[scale] - left[scale]) * part * part * (3 - 2 * part);
    }

    private void move(int scale, long knot) {
        fromUs[scale] = knot * SCALES_US[scale];
        left[scale] = knotValue(scale, knot);
        right[scale] = knotValue(scale, knot + 1);
    }

    private double knotValue(int scale, long knot) {
        return 2 * Hash.unit(Hash.of(deviation.seed(), knot, scale)) - 1;
    }
}
