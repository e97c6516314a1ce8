package org.assay.ratings.evaluation;

import java.util.List;

/**
 * How grades did, day by day: the series from which every figure follows. All are over the same days, on which the grades
 * have an IC.
 *
 * @param horizon how long each holding lasts
 * @param ic rank correlation of grade and return
 * @param volNeutralIc the same given the rank of volatility
 * @param quintiles mean returns, the worst grades first
 * @param universe mean return of all that can be judged
 * @param bitcoin bitcoin's return
 * @param hit share of the top quintile that beat the median
 * @param turnoverTop of the top quintile against the one a horizon earlier
 * @param turnoverBottom of the bottom quintile
 * @param deciles excess returns by tenths
 */
public record DailyScores(
        Horizon horizon,
        DailySeries ic,
        DailySeries volNeutralIc,
        List<DailySeries> quintiles,
        DailySeries universe,
        DailySeries bitcoin,
        DailySeries hit,
        DailySeries turnoverTop,
        DailySeries turnoverBottom,
        DecileTable deciles) {

    public DailyScores {
        quintiles = List.copyOf(quintiles);
    }

    /** The top quintile's return less the bottom one's. */
    public DailySeries spread() {
        return top().minus(quintiles.getFirst());
    }

    /** The top quintile's return. */
    public DailySeries top() {
        return quintiles.getLast();
    }
}
