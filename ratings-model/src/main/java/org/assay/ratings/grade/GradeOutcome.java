package org.assay.ratings.grade;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assay.ratings.feature.FeatureGroup;

/** A grade, or why there is none. */
public sealed interface GradeOutcome {

    /**
     * A grade.
     *
     * @param grade 0 to 100: the share of the reference tokens that stand below, halves for ties, times 100
     * @param gradeClass the fifth of the scale
     * @param change24h the grade less that of the day before; empty where there was none
     * @param momentum where the grade has been going for 7 days; empty where there was none 7 days before
     * @param score the model's score of the day, in standard deviations over the universe of the training days
     * @param standing the place of the day's score among those of the reference tokens, 0 to 1
     * @param smoothed the weighted mean of the standings of the last days
     * @param subScores 0 to 100 for each group of inputs: the place of the group's contribution among those of the
     *     reference tokens; empty where they were not asked for
     */
    record Graded(
            double grade,
            GradeClass gradeClass,
            OptionalDouble change24h,
            Optional<MomentumLabel> momentum,
            double score,
            double standing,
            double smoothed,
            Map<FeatureGroup, Double> subScores)
            implements GradeOutcome {

        public Graded {
            subScores = Map.copyOf(subScores);
        }
    }

    /** No grade. */
    record Ungraded(NoGradeReason reason) implements GradeOutcome {}
}
