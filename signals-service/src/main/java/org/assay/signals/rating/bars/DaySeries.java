package org.assay.signals.rating.bars;

import java.util.Arrays;

/** One number for each UTC day, growing at both ends; NaN where there is none. Days are counted from the epoch. */
public final class DaySeries {

    private int first;
    private int length;
    private double[] values = {};

    /** NaN where there is none. */
    public double get(int day) {
        int at = day - first;
        return at < 0 || at >= length ? Double.NaN : values[at];
    }

    public void set(int day, double value) {
        if (length == 0) {
            first = day;
        }
        if (day < first) {
            int shift = first - day;
            double[] moved = new double[shift + length];
            Arrays.fill(moved, 0, shift, Double.NaN);
            System.arraycopy(values, 0, moved, shift, length);
            values = moved;
            first = day;
            length += shift;
        }
        int at = day - first;
        if (at >= values.length) {
            values = Arrays.copyOf(values, Math.max(at + 1, 2 * values.length));
        }
        if (at >= length) {
            Arrays.fill(values, length, at + 1, Double.NaN);
            length = at + 1;
        }
        values[at] = value;
    }

    /** Copies the days from {@code day} on. */
    void copy(int day, double[] target, int offset, int count) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = get(day + i);
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    int firstDay() {
        return first;
    }

    int lastDay() {
        return first + length - 1;
    }
}
