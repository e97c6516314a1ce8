package org.assay.ratings.grade;

import java.util.List;

/**
 * A day's grades and how they came about.
 *
 * @param grades with sub-scores
 * @param explanations one for each grade there is, by token and kind
 */
public record ExplainedDay(DayGrades grades, List<Explanation> explanations) {

    public ExplainedDay {
        explanations = List.copyOf(explanations);
    }
}
