package org.assay.signals.rating.hourly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.assay.events.v1.Grade;
import org.assay.ratings.grade.ExplainedDay;
import org.assay.ratings.grade.Explanation;
import org.assay.ratings.grade.GradeKind;
import org.assay.ratings.grade.GradeOutcome;
import org.assay.ratings.grade.Grader;
import org.assay.ratings.grade.TokenGrades;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.signal.SignalMachine;
import org.assay.ratings.signal.SignalRules;
import org.assay.ratings.signal.SignalState;
import org.assay.ratings.signal.SignalStep;
import org.assay.ratings.signal.Trend;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.RatingException;
import org.assay.signals.rating.TokenCatalogue;
import org.assay.signals.rating.bars.Bar;
import org.assay.signals.rating.bars.DailyBars;
import org.assay.signals.rating.bars.HourlyBars;
import org.assay.signals.rating.bars.Supplies;
import org.assay.signals.rating.record.Explanations;
import org.assay.signals.rating.record.Moment;
import org.assay.signals.rating.record.RatingJson;
import org.assay.signals.rating.record.RatingRecords;
import org.assay.signals.rating.record.SignalStates;

/**
 * Rates an hour: the Trader Grade and the hourly signal. The day that is not over is stood in for by a bar of the 24 hours
 * before the hour's end, after the daily bars of the days that were over; at midnight it is the day's own bar.
 */
public final class HourlyRatings {

    private static final long SECONDS = 3_600;
    private static final int HOURS_PER_DAY = 24;

    private final RatingsModel model;
    private final Grader grader;
    private final Clock clock;
    private final SignalRules rules = SignalRules.hourly();
    private final SignalMachine machine = new SignalMachine(rules);

    public HourlyRatings(RatingsModel model, TokenCatalogue catalogue, Clock clock) {
        this.model = model;
        this.grader = new Grader(model, catalogue.exclusions());
        this.clock = clock;
    }

    /**
     * What the ratings are made from and go into.
     *
     * @param daily the days before
     * @param hourly the hours, and those that the trend looks back at
     * @param supplies for capitalisations
     * @param yesterday grades of 24 hours before, by token
     * @param outlet where it is said
     */
    public record Inputs(
            DailyBars daily, HourlyBars hourly, Supplies supplies, Map<String, Double> yesterday, Outlet outlet) {}

    /** The UTC day that an hour ends in or at the end of, counted from the epoch. */
    public static int dayOf(long end) {
        return Math.toIntExact(Math.floorDiv(end - 1, HOURS_PER_DAY));
    }

    /**
     * Rates the hour that ends at {@code end}, counted from the epoch.
     *
     * @param before the signals' states after the hour before
     * @return their states after it; {@code before} when no token has a bar of the hour
     * @throws RatingException when something could not be said
     */
    public Map<String, SignalState> rate(long end, Map<String, SignalState> before, Inputs inputs)
            throws RatingException {
        Map<String, Bar> provisional = inputs.hourly().trailing(end);
        if (provisional.isEmpty()) {
            return before;
        }
        Panel panel = inputs.daily().panel(dayOf(end) - 1, inputs.supplies(), provisional);
        ExplainedDay day = grader.explained(panel, panel.days() - 1);
        Moment moment =
                new Moment(Moment.HOURLY, Instant.ofEpochSecond(end * SECONDS), clock.instant(), model.version());
        Map<String, SignalState> states = new TreeMap<>(before);
        int graded = 0;
        int said = 0;
        for (TokenGrades token : day.grades().tokens()) {
            Bar bar = provisional.get(token.symbol());
            if (bar != null) {
                say(token, bar, moment, inputs);
                graded += token.trader() instanceof GradeOutcome.Graded ? 1 : 0;
                said++;
            }
            if (bar != null || states.containsKey(token.symbol())) {
                signal(token, end, moment, states, inputs);
            }
        }
        explain(day, moment, inputs.outlet());
        inputs.outlet().flush();
        ObjectNode mark = RatingJson.object().put("tokens", said).put("graded", graded);
        mark.put("input_digest", "\\x" + inputs.hourly().digest(end));
        mark.putObject("state").set("signals", SignalStates.json(states));
        inputs.outlet().say(RatingRecords.run(moment, mark));
        inputs.outlet().flush();
        return states;
    }

    private static void say(TokenGrades token, Bar bar, Moment moment, Inputs inputs) {
        Grade grade = RatingRecords.grade(
                moment, token.symbol(), GradeKind.TRADER, token.inUniverse(), token.trader(), bar.close());
        double yesterday = inputs.yesterday().getOrDefault(token.symbol(), Double.NaN);
        // The grader's own change is that since the last whole day.
        inputs.outlet().say(grade.hasGrade() ? RatingRecords.withChange(grade, grade.getGrade() - yesterday) : grade);
    }

    private void signal(TokenGrades token, long end, Moment moment, Map<String, SignalState> states, Inputs inputs) {
        SignalState old = states.getOrDefault(token.symbol(), SignalState.initial());
        double grade = token.trader() instanceof GradeOutcome.Graded graded ? graded.grade() : Double.NaN;
        double[] closes = inputs.hourly().closes(token.symbol(), end, rules.trendWindow());
        double trend = Trend.at(closes, closes.length - 1, closes.length);
        SignalStep step = machine.step(old, grade, trend);
        if (!Double.isNaN(grade) || old.position().value() != 0) {
            inputs.outlet()
                    .say(RatingRecords.signal(
                            moment, token.symbol(), old, step, grade, trend, closes[closes.length - 1]));
            states.put(token.symbol(), step.state());
        }
    }

    private void explain(ExplainedDay day, Moment moment, Outlet outlet) {
        boolean first = true;
        for (Explanation explanation : day.explanations()) {
            if (explanation.kind() == GradeKind.TRADER) {
                outlet.say(Explanations.document(moment, explanation, model.trader(), moment.validAt()));
                if (first) {
                    outlet.say(Explanations.crossSection(moment, explanation));
                    first = false;
                }
            }
        }
    }
}
