package org.assay.ratings.window;

/**
 * A running sum of about 106 significant bits (a double and the rounding error it leaves). What is added can be taken off
 * again without leaving a trace in the leading 53 bits, so that a window's sum does not depend on what lay before it.
 */
final class DoubleDouble {

    private double high;
    private double low;

    void clear() {
        high = 0;
        low = 0;
    }

    double value() {
        return high + low;
    }

    double high() {
        return high;
    }

    double low() {
        return low;
    }

    void add(double value) {
        add(value, 0);
    }

    /** Adds {@code x * x}, times {@code sign}. */
    void addSquare(double x, double sign) {
        double square = x * x;
        add(sign * square, sign * Math.fma(x, x, -square));
    }

    /** Adds {@code x * x * x}, times {@code sign}. */
    void addCube(double x, double sign) {
        double square = x * x;
        double rest = Math.fma(x, x, -square);
        double cube = square * x;
        add(sign * cube, sign * (Math.fma(square, x, -cube) + rest * x));
    }

    void add(double otherHigh, double otherLow) {
        double sum = high + otherHigh;
        double part = sum - high;
        double error = (high - (sum - part)) + (otherHigh - part);
        double lowSum = low + otherLow;
        double lowPart = lowSum - low;
        double lowError = (low - (lowSum - lowPart)) + (otherLow - lowPart);
        renormalise(sum, error + lowSum, lowError);
    }

    void multiply(double factor) {
        double product = high * factor;
        double error = Math.fma(high, factor, -product) + low * factor;
        high = product + error;
        low = error - (high - product);
    }

    void multiply(DoubleDouble other) {
        double product = high * other.high;
        double error = Math.fma(high, other.high, -product) + (high * other.low + low * other.high);
        high = product + error;
        low = error - (high - product);
    }

    void divide(double divisor) {
        double quotient = high / divisor;
        double rest = Math.fma(-quotient, divisor, high) + low;
        double correction = rest / divisor;
        high = quotient + correction;
        low = correction - (high - quotient);
    }

    DoubleDouble copy() {
        DoubleDouble copy = new DoubleDouble();
        copy.high = high;
        copy.low = low;
        return copy;
    }

    private void renormalise(double sum, double error, double lowError) {
        double first = sum + error;
        double rest = error - (first - sum);
        double tail = rest + lowError;
        high = first + tail;
        low = tail - (high - first);
    }
}
