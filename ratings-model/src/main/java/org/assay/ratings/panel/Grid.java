package org.assay.ratings.panel;

import java.util.Arrays;

/**
 * One number for each token and day, token by token: the value of token {@code i} on day {@code t} lies at
 * {@code i * days + t}. NaN is a missing value.
 */
public final class Grid {

    private final int tokens;
    private final int days;
    private final double[] values;

    private Grid(int tokens, int days, double[] values) {
        this.tokens = tokens;
        this.days = days;
        this.values = values;
    }

    /** A grid in which everything is missing. */
    public static Grid missing(int tokens, int days) {
        double[] values = new double[Math.multiplyExact(tokens, days)];
        Arrays.fill(values, Double.NaN);
        return new Grid(tokens, days, values);
    }

    /** A grid over the given array, which it keeps. */
    public static Grid of(int tokens, int days, double[] values) {
        if (values.length != Math.multiplyExact(tokens, days)) {
            throw new IllegalArgumentException(
                    values.length + " values do not make " + tokens + " tokens of " + days + " days");
        }
        return new Grid(tokens, days, values);
    }

    public int tokens() {
        return tokens;
    }

    public int days() {
        return days;
    }

    public double get(int token, int day) {
        return values[token * days + day];
    }

    public void set(int token, int day, double value) {
        values[token * days + day] = value;
    }

    public boolean has(int token, int day) {
        return !Double.isNaN(get(token, day));
    }

    /** The backing array, for loops that are worth it; index by {@link #offset(int)}. */
    public double[] values() {
        return values;
    }

    /** Where the first day of a token lies in {@link #values()}. */
    public int offset(int token) {
        return token * days;
    }
}
