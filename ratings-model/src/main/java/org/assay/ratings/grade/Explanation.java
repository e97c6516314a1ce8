package org.assay.ratings.grade;

import java.time.LocalDate;
import java.util.List;
import org.assay.ratings.feature.FeatureGroup;

/**
 * Every number that led to a grade. The score is {@code baseValue} plus all contributions; the standing is the place of the
 * score in {@code referenceScores}; the smoothed standing is the mean of {@code history} by its weights; the grade is 100
 * times the place of that in {@code referenceSmoothed}. The place of x in a list is the share of values below x plus half
 * the share of those equal to it.
 *
 * @param day the UTC day after whose close the grade was known
 * @param symbol the token
 * @param kind which grade
 * @param modelVersion the model
 * @param baseValue the score of a token about which nothing is known
 * @param inputs every input with its value and what it adds
 * @param score the score
 * @param referenceScores the scores of the day's reference tokens, ascending
 * @param standing the place of the score among them
 * @param history the token's standings of the last days with their weights, the latest first
 * @param smoothed their weighted mean
 * @param referenceSmoothed the smoothed standings of the day's reference tokens, ascending
 * @param grade the grade, 0 to 100
 */
public record Explanation(
        LocalDate day,
        String symbol,
        GradeKind kind,
        String modelVersion,
        double baseValue,
        List<Input> inputs,
        double score,
        List<Double> referenceScores,
        double standing,
        List<PastStanding> history,
        double smoothed,
        List<Double> referenceSmoothed,
        double grade) {

    public Explanation {
        inputs = List.copyOf(inputs);
        referenceScores = List.copyOf(referenceScores);
        history = List.copyOf(history);
        referenceSmoothed = List.copyOf(referenceSmoothed);
    }

    /**
     * One input.
     *
     * @param feature the feature's id
     * @param version the version of its definition
     * @param group what it speaks about
     * @param definition its formula
     * @param unit the unit of the value
     * @param value its value; NaN where missing
     * @param rank its percentile rank among the reference tokens, 0 to 1; NaN where missing
     * @param contribution what it adds to the score
     */
    public record Input(
            String feature,
            int version,
            FeatureGroup group,
            String definition,
            String unit,
            double value,
            double rank,
            double contribution) {}

    /**
     * A standing of the past.
     *
     * @param day the day
     * @param standing the token's place that day
     * @param weight its weight in the mean; weights of days without a standing are left out, and the rest need not add up
     *     to 1
     */
    public record PastStanding(LocalDate day, double standing, double weight) {}
}
