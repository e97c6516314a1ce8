package org.assay.ratings.panel;

import java.util.function.Supplier;
import org.assay.ratings.panel.Finding.Kind;

/** What is done to the numbers of one row. */
final class RowCleaning {

    private static final double SMALLEST_PRICE = 1e-30;
    private static final double LARGEST = 1e30;

    private static final int OPEN = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    static final int CLOSE = 3;
    private static final int VOLUME = 4;
    private static final int CAP = 5;

    private final Findings findings;

    RowCleaning(Findings findings) {
        this.findings = findings;
    }

    /** Cleans a row in place; false when it must be dropped. */
    boolean clean(double[] row, Supplier<String> where) {
        double close = row[CLOSE];
        if (Double.isNaN(close)) {
            findings.add(Kind.NO_CLOSE, where);
            return false;
        }
        if (close <= 0) {
            findings.add(Kind.NONPOSITIVE_CLOSE, where);
            return false;
        }
        if (close < SMALLEST_PRICE || close > LARGEST) {
            findings.add(Kind.CLOSE_OUT_OF_RANGE, where);
            return false;
        }
        for (int i = 0; i <= CAP; i++) {
            if (Math.abs(row[i]) > LARGEST) {
                findings.add(Kind.OUT_OF_RANGE, where);
                row[i] = Double.NaN;
            }
        }
        range(row, where);
        if (row[VOLUME] < 0) {
            findings.add(Kind.NEGATIVE_VOLUME, where);
            row[VOLUME] = Double.NaN;
        }
        if (row[CAP] <= 0) {
            findings.add(Kind.NONPOSITIVE_CAP, where);
            row[CAP] = Double.NaN;
        }
        return true;
    }

    private void range(double[] row, Supplier<String> where) {
        for (int i = OPEN; i <= LOW; i++) {
            if (row[i] <= 0) {
                findings.add(Kind.NONPOSITIVE_PRICE, where);
                row[i] = Double.NaN;
            }
        }
        if (row[HIGH] < row[LOW]) {
            findings.add(Kind.HIGH_BELOW_LOW, where);
            row[HIGH] = Double.NaN;
            row[LOW] = Double.NaN;
        } else if (row[CLOSE] > row[HIGH] || row[CLOSE] < row[LOW]) {
            findings.add(Kind.CLOSE_OUTSIDE_RANGE, where);
        }
    }
}
