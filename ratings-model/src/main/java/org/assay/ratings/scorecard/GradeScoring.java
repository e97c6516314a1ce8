package org.assay.ratings.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assay.ratings.panel.BadPrints;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.statistics.Samples;

/**
 * Holds past grades against what came. The outcome of a grade of day t is entered at the close of t + 1 and marked at the
 * last print on or before t + 1 + h. A grade counts when t + 1 has a close and the data reach t + 1 + h; a token that
 * ended stays in, at its last print. Outcomes that begin or end with a bad print ({@link BadPrints}) are left out.
 */
public final class GradeScoring {

    private final LocalDate firstDay;
    private final List<String> symbols;
    private final Grid close;
    private final Grid grades;
    private final BadPrints badPrints;

    /**
     * @param firstDay the UTC day with index 0
     * @param symbols of the grids' tokens
     * @param close closes in USD
     * @param grades 0 to 100 after each day's close, NaN where there is none
     */
    public GradeScoring(LocalDate firstDay, List<String> symbols, Grid close, Grid grades) {
        this.firstDay = firstDay;
        this.symbols = List.copyOf(symbols);
        this.close = close;
        this.grades = grades;
        this.badPrints = new BadPrints(close);
    }

    /**
     * Every single outcome of one horizon, by day and token: what the buckets are computed from.
     *
     * @param from index of the first day of grades
     * @param to index after the last
     */
    public void outcomes(int horizonDays, int from, int to, Consumer<GradeOutcome> consumer) {
        int end = Math.min(to, close.days() - 1 - horizonDays);
        for (int day = from; day < end; day++) {
            for (int token = 0; token < symbols.size(); token++) {
                if (grades.has(token, day) && close.has(token, day + 1)) {
                    int exit = lastPrint(token, day + 1 + horizonDays);
                    if (!badPrints.at(token, day + 1) && !badPrints.at(token, exit)) {
                        consumer.accept(outcome(token, day, horizonDays, exit));
                    }
                }
            }
        }
    }

    /** The buckets of every horizon. */
    public List<BucketRow> buckets(int from, int to, ScorecardSettings settings) {
        List<BucketRow> rows = new ArrayList<>();
        for (int horizon : settings.horizons()) {
            List<BucketTally> tallies = new ArrayList<>();
            for (int lower = 0; lower < 100; lower += settings.bucketWidth()) {
                tallies.add(new BucketTally(lower, settings.bucketWidth()));
            }
            List<GradeOutcome> sameDay = new ArrayList<>();
            outcomes(horizon, from, to, outcome -> {
                if (!sameDay.isEmpty() && !sameDay.getFirst().gradeDay().equals(outcome.gradeDay())) {
                    tally(sameDay, tallies, settings.bucketWidth());
                    sameDay.clear();
                }
                sameDay.add(outcome);
            });
            tally(sameDay, tallies, settings.bucketWidth());
            tallies.forEach(tally -> rows.add(tally.row(horizon, settings.costBasisPoints())));
        }
        return rows;
    }

    private static void tally(List<GradeOutcome> sameDay, List<BucketTally> tallies, int width) {
        double[] returns =
                sameDay.stream().mapToDouble(GradeOutcome::simpleReturn).toArray();
        double mean = Samples.mean(returns);
        double median = Samples.median(returns);
        for (GradeOutcome outcome : sameDay) {
            int bucket = Math.min((int) (outcome.grade() / width), tallies.size() - 1);
            tallies.get(bucket).add(outcome.simpleReturn(), mean, median);
        }
    }

    private GradeOutcome outcome(int token, int day, int horizonDays, int exit) {
        double entryPrice = close.get(token, day + 1);
        double exitPrice = close.get(token, exit);
        return new GradeOutcome(
                symbols.get(token),
                firstDay.plusDays(day),
                horizonDays,
                grades.get(token, day),
                firstDay.plusDays(day + 1),
                entryPrice,
                firstDay.plusDays(exit),
                exitPrice,
                exitPrice / entryPrice - 1);
    }

    private int lastPrint(int token, int day) {
        int print = day;
        while (!close.has(token, print)) {
            print--;
        }
        return print;
    }
}
