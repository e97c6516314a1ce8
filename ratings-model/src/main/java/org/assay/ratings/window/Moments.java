package org.assay.ratings.window;

/**
 * The sums of powers of a window's values, linear in time: values are added as they come and taken off as they leave. When
 * what remains is tiny beside what has left, the sums are made anew, so that an outlier leaves no rounding error. A run of equal values that fills the window is known as such, so that a constant
 * series has exactly its value as mean and exactly no variance.
 */
final class Moments {

    private static final double LEAST_SHARE_OF_PEAK = 1e-4;

    private final Ring ring;
    private final int powers;
    private final DoubleDouble first = new DoubleDouble();
    private final DoubleDouble second = new DoubleDouble();
    private final DoubleDouble third = new DoubleDouble();
    /** The sum of absolute values, roughly, and the largest one that the sums have seen. */
    private double scale;

    private double peak;
    private int count;
    private double last = Double.NaN;
    private int run;

    /** @param powers how many powers are summed, 1 to 3 */
    Moments(int length, int powers) {
        this.ring = new Ring(length);
        this.powers = powers;
    }

    void next(double given) {
        double value = Double.isFinite(given) ? given : Double.NaN;
        double leaving = ring.replace(value);
        if (!Double.isNaN(leaving)) {
            add(leaving, -1);
        }
        if (!Double.isNaN(value)) {
            run = value == last ? run + 1 : 1;
            last = value;
            add(value, 1);
        }
        if (scale < peak * LEAST_SHARE_OF_PEAK) {
            sumAnew();
        }
    }

    int count() {
        return count;
    }

    /** Whether all values are equal; then {@link #last()} is that value. */
    boolean constant() {
        return count > 0 && run >= count;
    }

    double last() {
        return last;
    }

    double sum() {
        return constant() ? last * count : first.value();
    }

    double mean() {
        return constant() ? last : first.value() / count;
    }

    /** The sum of squared deviations from the mean. */
    double squares() {
        return constant() ? 0 : Math.max(0, centredSquares().value());
    }

    /** The sum of cubed deviations from the mean. */
    double cubes() {
        if (constant()) {
            return 0;
        }
        // sum x^3 - 3 m sum x^2 + 2 n m^3, with n m = sum x
        DoubleDouble mean = preciseMean();
        DoubleDouble middle = second.copy();
        middle.multiply(mean);
        middle.multiply(-3);
        DoubleDouble cube = mean.copy();
        cube.multiply(mean);
        cube.multiply(mean);
        cube.multiply(2.0 * count);
        DoubleDouble sum = third.copy();
        sum.add(middle.high(), middle.low());
        sum.add(cube.high(), cube.low());
        return sum.value();
    }

    private DoubleDouble centredSquares() {
        DoubleDouble correction = preciseMean();
        correction.multiply(first);
        correction.multiply(-1);
        DoubleDouble sum = second.copy();
        sum.add(correction.high(), correction.low());
        return sum;
    }

    private DoubleDouble preciseMean() {
        DoubleDouble mean = first.copy();
        mean.divide(count);
        return mean;
    }

    private void sumAnew() {
        first.clear();
        second.clear();
        third.clear();
        scale = 0;
        peak = 0;
        count = 0;
        for (double value : ring.values()) {
            if (!Double.isNaN(value)) {
                add(value, 1);
            }
        }
    }

    private void add(double value, int sign) {
        count += sign;
        scale += sign * Math.abs(value);
        peak = Math.max(peak, Math.abs(value));
        first.add(sign * value);
        if (powers > 1) {
            second.addSquare(value, sign);
        }
        if (powers > 2) {
            third.addCube(value, sign);
        }
    }
}
