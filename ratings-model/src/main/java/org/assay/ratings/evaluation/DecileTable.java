package org.assay.ratings.evaluation;

import java.util.List;

/**
 * Ten groups of token-days in the order of their grades, the worst first.
 *
 * @param excess mean of the return less the mean of the day's judged tokens
 * @param beat share that beat the day's median return
 * @param count token-days
 * @param monotonicity Spearman's correlation of the group's number and {@code excess}; NaN for fewer than 3 groups
 * @param inversions how often {@code excess} falls from one group to the next
 */
public record DecileTable(
        List<Double> excess, List<Double> beat, List<Long> count, double monotonicity, int inversions) {

    public DecileTable {
        excess = List.copyOf(excess);
        beat = List.copyOf(beat);
        count = List.copyOf(count);
    }
}
