package org.assay.ratings.grade;

/**
 * A token's grades of a day.
 *
 * @param symbol the token, as the panel calls it
 * @param token its index in the panel
 * @param inUniverse whether it belongs to the day's universe of (at most) 100, by which grades are judged
 * @param trader the Trader Grade
 * @param investor the Investor Grade
 */
public record TokenGrades(String symbol, int token, boolean inUniverse, GradeOutcome trader, GradeOutcome investor) {

    public GradeOutcome of(GradeKind kind) {
        return switch (kind) {
            case TRADER -> trader;
            case INVESTOR -> investor;
        };
    }
}
