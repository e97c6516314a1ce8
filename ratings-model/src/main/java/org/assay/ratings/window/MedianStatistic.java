package org.assay.ratings.window;

import java.util.Arrays;

/** The median of a window: its values are kept sorted, found by bisection. */
final class MedianStatistic implements RollingStatistic {

    private final Ring ring;
    private final int least;
    private final double[] sorted;
    private int count;

    MedianStatistic(Window window) {
        this.ring = new Ring(window.length());
        this.least = window.least();
        this.sorted = new double[window.length()];
    }

    @Override
    public double next(double given) {
        // Zeros of both signs are one value: adding 0 makes -0 a 0.
        double value = Double.isFinite(given) ? given + 0.0 : Double.NaN;
        double leaving = ring.replace(value);
        if (!Double.isNaN(leaving)) {
            int at = Arrays.binarySearch(sorted, 0, count, leaving);
            count--;
            System.arraycopy(sorted, at + 1, sorted, at, count - at);
        }
        if (!Double.isNaN(value)) {
            int found = Arrays.binarySearch(sorted, 0, count, value);
            int at = found < 0 ? -found - 1 : found;
            System.arraycopy(sorted, at, sorted, at + 1, count - at);
            sorted[at] = value;
            count++;
        }
        if (count < least) {
            return Double.NaN;
        }
        int middle = count / 2;
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
