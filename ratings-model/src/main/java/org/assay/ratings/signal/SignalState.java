package org.assay.ratings.signal;

/**
 * All that the next step depends on.
 *
 * @param position what is held
 * @param held periods since the position was taken
 * @param missing periods in a row without a grade
 */
public record SignalState(Position position, int held, int missing) {

    /** Nothing held, nothing known yet. */
    public static SignalState initial() {
        return new SignalState(Position.FLAT, 0, 0);
    }
}
