package org.assay.ratings.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Grades as lines of CSV, with six decimals: readers that are exact to fewer digits than a double has see the same ties. */
public final class GradeLines {

    /** The first line. */
    public static final String HEADER = "date,symbol,trader_grade,investor_grade";

    private GradeLines() {}

    /** One line for each token with a grade; an empty field where one of the two is missing. */
    public static List<String> of(DayGrades day) {
        List<String> lines = new ArrayList<>();
        for (TokenGrades token : day.tokens()) {
            String trader = text(token.trader());
            String investor = text(token.investor());
            if (!trader.isEmpty() || !investor.isEmpty()) {
                lines.add(day.day() + "," + token.symbol() + "," + trader + "," + investor);
            }
        }
        return lines;
    }

    private static String text(GradeOutcome outcome) {
        return switch (outcome) {
            case GradeOutcome.Graded graded -> String.format(Locale.ROOT, "%.6f", graded.grade());
            case GradeOutcome.Ungraded _ -> "";
        };
    }
}
