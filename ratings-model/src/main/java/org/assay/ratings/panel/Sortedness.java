package org.assay.ratings.panel;

/**
 * Counts the rows of a file that go back in time. A file may be sorted by token and day, or by day and token; the order of
 * the tokens themselves does not matter.
 */
final class Sortedness {

    private int token = -1;
    private int day = Integer.MIN_VALUE;
    private long backWithinToken;
    private long backOverall;

    void next(int nextToken, int nextDay) {
        if (nextDay < day) {
            backOverall++;
            backWithinToken += nextToken == token ? 1 : 0;
        }
        token = nextToken;
        day = nextDay;
    }

    /** Rows out of the order that fits the file better. */
    long outOfOrder() {
        return Math.min(backWithinToken, backOverall);
    }
}
