package org.assay.ratings.grade;

import java.time.LocalDate;
import java.util.List;

/**
 * The grades of every token of a panel on one UTC day, known after its close.
 *
 * @param day the day
 * @param modelVersion the model that made them
 * @param tokens one entry for each token of the panel that has had a close so far, in the panel's order
 */
public record DayGrades(LocalDate day, String modelVersion, List<TokenGrades> tokens) {

    public DayGrades {
        tokens = List.copyOf(tokens);
    }
}
