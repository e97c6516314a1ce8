package org.assay.ratings.panel;

import java.util.BitSet;

/**
 * Finds closes that are most likely misprints: the price moves by more than a factor of e and is back the next day, within
 * a quarter of the move. To know one takes the following day, so this serves evaluation and reports, never a grade.
 */
public final class BadPrints {

    private static final double LEAST_MOVE = 1.0;
    private static final double MOST_LEFT = 0.25;

    private final Grid close;
    private final BitSet marks = new BitSet();

    public BadPrints(Grid close) {
        this.close = close;
        for (int i = 0; i < close.tokens(); i++) {
            for (int t = 1; t < close.days() - 1; t++) {
                if (isMisprint(close.get(i, t - 1), close.get(i, t), close.get(i, t + 1))) {
                    marks.set(close.offset(i) + t);
                }
            }
        }
    }

    /** Whether a token's close of a day is one; never on the first and the last day, nor beside a missing close. */
    public boolean at(int token, int day) {
        return marks.get(close.offset(token) + day);
    }

    private static boolean isMisprint(double before, double price, double after) {
        double move = Math.abs(StrictMath.log(price / before));
        return move > LEAST_MOVE && Math.abs(StrictMath.log(after / before)) < MOST_LEFT * move;
    }
}
