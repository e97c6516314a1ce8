package org.assay.ratings.grade;

import java.util.ArrayList;
import java.util.List;

/** The grades of some days, and on demand how they came about; features are computed once for both. */
public final class GradedRange {

    private final GradedSlice slice;
    private final List<DayGrades> days;

    GradedRange(GradedSlice slice, List<DayGrades> days) {
        this.slice = slice;
        this.days = List.copyOf(days);
    }

    /** The grades of every day with their sub-scores, in the order of days. */
    public List<DayGrades> days() {
        return days;
    }

    /**
     * Every number behind the grades of a day, by token and kind.
     *
     * @param day an index of the panel's calendar, one of the range's
     */
    public List<Explanation> explanations(int day) {
        List<Explanation> explanations = new ArrayList<>();
        for (int token = 0; token < slice.tokens(); token++) {
            for (GradeKind kind : GradeKind.values()) {
                slice.explain(token, day, kind).ifPresent(explanations::add);
            }
        }
        return explanations;
    }
}
