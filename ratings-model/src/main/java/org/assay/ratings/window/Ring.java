package org.assay.ratings.window;

import java.util.Arrays;

/** The values of the last days in their order, missing ones included. */
final class Ring {

    private final double[] values;
    private int position;

    Ring(int length) {
        values = new double[length];
        Arrays.fill(values, Double.NaN);
    }

    /** Takes a value in and gives the one that leaves the window for it, NaN where none does. */
    double replace(double value) {
        double leaving = values[position];
        values[position] = value;
        position = position + 1 == values.length ? 0 : position + 1;
        return leaving;
    }

    /** The backing array, in no order. */
    double[] values() {
        return values;
    }
}
