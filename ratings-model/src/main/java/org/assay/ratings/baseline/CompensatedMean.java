package org.assay.ratings.baseline;

import java.util.Arrays;
import org.assay.ratings.window.RollingStatistic;
import org.assay.ratings.window.Window;

/**
 * A rolling mean with the very rounding of the reference (Kahan's sums, one for what comes and one for what goes), for
 * features in which equal values are told apart by nothing but that rounding.
 */
final class CompensatedMean implements RollingStatistic {

    private final double[] ring;
    private final int least;
    private int position;
    private int count;
    private int negative;
    private double sum;
    private double restOfAdded;
    private double restOfRemoved;
    private double last = Double.NaN;
    private int run;

    CompensatedMean(Window window) {
        this.ring = new double[window.length()];
        Arrays.fill(ring, Double.NaN);
        this.least = window.least();
    }

    @Override
    public double next(double value) {
        double leaving = ring[position];
        ring[position] = value;
        position = (position + 1) % ring.length;
        if (!Double.isNaN(leaving)) {
            remove(leaving);
        }
        if (!Double.isNaN(value)) {
            add(value);
        }
        if (count < least) {
            return Double.NaN;
        }
        double mean = run >= count ? last : sum / count;
        boolean wrongSign = (negative == 0 && mean < 0) || (negative == count && mean > 0);
        return wrongSign ? 0 : mean;
    }

    private void add(double value) {
        count++;
        negative += value < 0 ? 1 : 0;
        double part = value - restOfAdded;
        double next = sum + part;
        restOfAdded = next - sum - part;
        sum = next;
        run = value == last ? run + 1 : 1;
        last = value;
    }

    private void remove(double value) {
        count--;
        negative -= value < 0 ? 1 : 0;
        double part = -value - restOfRemoved;
        double next = sum + part;
        restOfRemoved = next - sum - part;
        sum = next;
    }
}
