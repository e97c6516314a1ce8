package org.assay.ratings.scorecard;

import java.time.LocalDate;

/**
 * What came after one grade.
 *
 * @param symbol of the token
 * @param gradeDay UTC day after whose close the grade was known
 * @param horizonDays days from entry to exit
 * @param grade 0 to 100
 * @param entryDay the day after {@code gradeDay}
 * @param entryPrice its close in USD
 * @param exitDay day of the print that the outcome is marked at: the last on or before entry + horizon
 * @param exitPrice that print in USD
 * @param simpleReturn exit / entry - 1
 */
public record GradeOutcome(
        String symbol,
        LocalDate gradeDay,
        int horizonDays,
        double grade,
        LocalDate entryDay,
        double entryPrice,
        LocalDate exitDay,
        double exitPrice,
        double simpleReturn) {}
