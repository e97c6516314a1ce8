package org.assay.ratings.panel;

import java.util.List;
import java.util.Locale;

/**
 * Something in the panel files that was put right, or that a reader should know of.
 *
 * @param kind what it is
 * @param count how many rows, values, days or columns, as the kind says
 * @param examples where, the first few
 */
public record Finding(Kind kind, long count, List<String> examples) {

    /** How many examples a finding has at most. */
    static final int MOST_EXAMPLES = 5;

    /** What can be found, with what is done about it. */
    public enum Kind {
        UNKNOWN_COLUMN("columns that mean nothing here: ignored"),
        ABSENT_COLUMN("columns that are absent: their values are missing throughout"),
        UNSORTED("rows out of order: sorted"),
        DOUBLED("rows given twice with the same values: merged"),
        CONFLICTING("rows given again with other values: the last one given counts"),
        NO_CLOSE("rows without a close: dropped"),
        NONPOSITIVE_CLOSE("rows with a close of 0 or less: dropped"),
        CLOSE_OUT_OF_RANGE("rows with a close that is infinite, below 1e-30 or above 1e30: dropped"),
        MISSING_TEXT("values written as NaN or the like: missing"),
        OUT_OF_RANGE("values that are infinite or of a size above 1e30: missing"),
        NONPOSITIVE_PRICE("opens, highs or lows of 0 or less: missing"),
        HIGH_BELOW_LOW("rows with high below low: both missing"),
        CLOSE_OUTSIDE_RANGE("rows with the close above the high or below the low: kept"),
        NEGATIVE_VOLUME("volumes below 0: missing"),
        NONPOSITIVE_CAP("market capitalisations of 0 or less: missing"),
        UNKNOWN_SCOPE("rows with an unknown volume scope: taken as 'none'"),
        SCOPE_CHANGE("days on which a token's volume scope changes: volumes are compared within a scope only"),
        GAP("days without a row between a token's first and last"),
        BAD_PRINT("closes that jump by a factor above e and jump back the next day: kept, and left out of evaluations");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** What it is and what is done about it. */
        public String text() {
            return text;
        }

        /** Stable, for logs and scripts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Finding {
        examples = List.copyOf(examples);
    }

    /** One line for people. */
    public String line() {
        return String.format(Locale.ROOT, "%,d %s", count, kind.text())
                + (examples.isEmpty()
                        ? ""
                        : " (" + String.join("; ", examples)
                                + (examples.size() == MOST_EXAMPLES && count > MOST_EXAMPLES ? "; ..." : "") + ")");
    }
}
