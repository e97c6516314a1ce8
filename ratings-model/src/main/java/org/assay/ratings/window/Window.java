package org.assay.ratings.window;

/**
 * The last days of a series, the day itself included.
 *
 * @param length how many days, at least 1
 * @param least how many of them must have a value, 1 to {@code length}; with fewer the statistic is missing
 */
public record Window(int length, int least) {

    public Window {
        if (length < 1 || least < 1 || least > length) {
            throw new IllegalArgumentException("no window of " + length + " days with at least " + least + " values");
        }
    }

    /** A window that needs a value on each of its days. */
    public static Window full(int length) {
        return new Window(length, length);
    }
}
