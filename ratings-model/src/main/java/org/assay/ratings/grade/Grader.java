package org.assay.ratings.grade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assay.ratings.feature.FeatureGroup;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.ExclusionList;
import org.assay.ratings.universe.Universe;
import org.assay.ratings.universe.UniverseRules;

/**
 * Grades the tokens of a panel with one model. The grades of day t follow from rows of days up to t alone, and are the same
 * bits whether later rows exist or not, and whether a day is graded alone or in a range.
 */
public final class Grader {

    /** How many days are graded in one go; bounds the memory. */
    private static final int CHUNK = 400;

    private final RatingsModel model;
    private final ExclusionList exclusions;

    /** Grades all but the tokens that the evaluation protocol leaves out. */
    public Grader(RatingsModel model) {
        this(model, ExclusionList.ofProtocol());
    }

    /**
     * Grades all but the tokens of a list.
     *
     * @param exclusions tokens that are never graded, by the symbols of the panel
     */
    public Grader(RatingsModel model, ExclusionList exclusions) {
        this.model = model;
        this.exclusions = exclusions;
    }

    public RatingsModel model() {
        return model;
    }

    /** How many days of history before a day its grades can depend on, besides the count of closes so far. */
    public int historyDays() {
        return GradedSlice.historyDays(model);
    }

    /**
     * The grades of one day with their sub-scores.
     *
     * @param day an index of the panel's calendar
     */
    public DayGrades grade(Panel panel, int day) {
        return inFull(panel, day, day + 1).days().getFirst();
    }

    /** The grades of one day with their sub-scores, and every number behind each of them. */
    public ExplainedDay explained(Panel panel, int day) {
        GradedRange range = inFull(panel, day, day + 1);
        return new ExplainedDay(range.days().getFirst(), range.explanations(day));
    }

    /**
     * The days from {@code from} (inclusive) to {@code to} (exclusive) with sub-scores and explanations; for so many days as
     * fit into memory with all of their features.
     */
    public GradedRange inFull(Panel panel, int from, int to) {
        GradedSlice slice = slice(panel, universe(panel, from, to), from, to);
        List<DayGrades> days = new ArrayList<>();
        for (int t = from; t < to; t++) {
            days.add(day(slice, t, true));
        }
        return new GradedRange(slice, days);
    }

    /** The grades of the days from {@code from} (inclusive) to {@code to} (exclusive), without sub-scores. */
    public List<DayGrades> gradeRange(Panel panel, int from, int to) {
        Universe universe = universe(panel, from, to);
        List<DayGrades> days = new ArrayList<>();
        for (int start = from; start < to; start += CHUNK) {
            int end = Math.min(to, start + CHUNK);
            GradedSlice slice = slice(panel, universe, start, end);
            for (int t = start; t < end; t++) {
                days.add(day(slice, t, false));
            }
        }
        return days;
    }

    /**
     * Every number behind a grade.
     *
     * @return empty where the token has no such grade that day
     */
    public Optional<Explanation> explain(Panel panel, int day, String symbol, GradeKind kind) {
        int token = panel.token(symbol);
        if (token < 0) {
            return Optional.empty();
        }
        return slice(panel, universe(panel, day, day + 1), day, day + 1).explain(token, day, kind);
    }

    private Universe universe(Panel panel, int from, int to) {
        int start = Math.max(0, from - historyDays());
        return Universe.of(panel, exclusions, UniverseRules.ofProtocol(), start, to);
    }

    private GradedSlice slice(Panel panel, Universe universe, int from, int to) {
        return GradedSlice.of(model, panel, universe, Eligibility.of(panel, exclusions), from, to);
    }

    private DayGrades day(GradedSlice slice, int day, boolean subScores) {
        Map<GradeKind, Map<Integer, Map<FeatureGroup, Double>>> parts = new EnumMap<>(GradeKind.class);
        for (GradeKind kind : GradeKind.values()) {
            parts.put(kind, subScores ? slice.subScores(kind, day) : Map.of());
        }
        List<TokenGrades> tokens = new ArrayList<>();
        for (int i = 0; i < slice.tokens(); i++) {
            if (slice.seen(i, day)) {
                Map<GradeKind, GradeOutcome> outcomes = new LinkedHashMap<>();
                for (GradeKind kind : GradeKind.values()) {
                    Map<FeatureGroup, Double> own =
                            parts.getOrDefault(kind, Map.of()).getOrDefault(i, Map.of());
                    outcomes.put(kind, outcome(slice, kind, i, day, own));
                }
                tokens.add(slice.token(i, day, outcomes));
            }
        }
        LocalDate date = slice.date(day);
        return new DayGrades(date, model.version(), tokens);
    }

    private static GradeOutcome outcome(
            GradedSlice slice, GradeKind kind, int token, int day, Map<FeatureGroup, Double> subScores) {
        double grade = slice.grade(kind, token, day);
        if (Double.isNaN(grade)) {
            return new GradeOutcome.Ungraded(slice.reason(kind, token, day));
        }
        double before = slice.grade(kind, token, day - 1);
        double weekBefore = slice.grade(kind, token, day - MomentumLabel.DAYS);
        return new GradeOutcome.Graded(
                grade,
                GradeClass.of(grade),
                Double.isNaN(before) ? OptionalDouble.empty() : OptionalDouble.of(grade - before),
                Double.isNaN(weekBefore) ? Optional.empty() : Optional.of(MomentumLabel.of(grade - weekBefore)),
                slice.score(kind, token, day),
                slice.standing(kind, token, day),
                slice.smoothed(kind, token, day),
                subScores);
    }
}
