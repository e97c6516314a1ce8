package org.assay.ratings.report;

import org.assay.ratings.evaluation.Comparison;
import org.assay.ratings.evaluation.DailyScores;
import org.assay.ratings.evaluation.Figures;
import org.assay.ratings.evaluation.GradeScale;
import org.assay.ratings.evaluation.Horizon;
import org.assay.ratings.evaluation.Period;

/**
 * Everything the protocol asks of one grade over one horizon and period.
 *
 * @param grade which grade, by its column
 * @param scores day by day
 * @param figures summed up
 * @param scale what the grades' numbers mean
 * @param baseline the figures of range14(low)
 * @param icOverBaseline paired differences of the IC
 * @param spreadOverBaseline paired differences of the spread
 * @param sensitivity what changes under other rules
 */
public record Verdict(
        String grade,
        Horizon horizon,
        Period period,
        DailyScores scores,
        Figures figures,
        GradeScale scale,
        Figures baseline,
        Comparison icOverBaseline,
        Comparison spreadOverBaseline,
        Sensitivity sensitivity) {

    /**
     * The figures that hang on a rule.
     *
     * @param icAtOnce IC with the entry at the close of the signal's day
     * @param icWithHaircut IC where a token that ended lost half of its last price
     * @param spreadWithHaircut the spread under the same rule
     */
    public record Sensitivity(double icAtOnce, double icWithHaircut, double spreadWithHaircut) {}
}
