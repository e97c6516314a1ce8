package org.assay.signals.rating.daily;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.RatingDocument.Kind;
import org.assay.ratings.grade.DayGrades;
import org.assay.ratings.grade.Explanation;
import org.assay.ratings.grade.GradeKind;
import org.assay.ratings.grade.GradeOutcome;
import org.assay.ratings.grade.GradedRange;
import org.assay.ratings.grade.Grader;
import org.assay.ratings.grade.TokenGrades;
import org.assay.ratings.index.IndexEngine;
import org.assay.ratings.index.IndexRules;
import org.assay.ratings.index.IndexState;
import org.assay.ratings.index.IndexStep;
import org.assay.ratings.market.MarketDay;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.signal.SignalMachine;
import org.assay.ratings.signal.SignalRules;
import org.assay.ratings.signal.SignalState;
import org.assay.ratings.signal.SignalStep;
import org.assay.ratings.signal.Trend;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.RatingException;
import org.assay.signals.rating.TokenCatalogue;
import org.assay.signals.rating.bars.DailyBars;
import org.assay.signals.rating.bars.Supplies;
import org.assay.signals.rating.record.Explanations;
import org.assay.signals.rating.record.Moment;
import org.assay.signals.rating.record.RatingJson;
import org.assay.signals.rating.record.RatingRecords;

/**
 * Rates days, one after the other: grades, signals, the market, indices; of the last days also the explanations, of the last
 * one the documents. What is said of
 * a day follows from the bars up to that day and what was said before, so that rating it again says the same.
 */
public final class DailyRatings {

    /** Tokens without a close for longer than this are no longer mentioned. */
    private static final int MENTIONED_DAYS = 30;

    /** What is said of a day no later than this after its end is said when it is due. */
    public static final Duration WHEN_DUE = Duration.ofDays(1);

    /** How many days are graded in one go. */
    private static final int CHUNK = 100;

    private final RatingsModel model;
    private final Grader grader;
    private final TokenCatalogue catalogue;
    private final int explainedDays;
    private final Clock clock;
    private final SignalRules signalRules = SignalRules.daily();
    private final SignalMachine signals = new SignalMachine(signalRules);
    private final Map<String, IndexEngine> engines = new TreeMap<>();

    /** @param explainedDays of how many of the last days the grades are explained, at least 1 */
    public DailyRatings(RatingsModel model, TokenCatalogue catalogue, int explainedDays, Clock clock) {
        this.model = model;
        this.explainedDays = explainedDays;
        this.grader = new Grader(model, catalogue.exclusions());
        this.catalogue = catalogue;
        this.clock = clock;
        catalogue.indices().forEach(rules -> engines.put(rules.id(), new IndexEngine(rules)));
    }

    /**
     * What the ratings are made from and go into.
     *
     * @param bars with every day that is rated
     * @param first the first day that is ever rated, counted from the epoch
     * @param supplies for capitalisations
     * @param memory what was said of earlier days; takes what is said now
     * @param outlet where it is said
     */
    public record Inputs(DailyBars bars, int first, Supplies supplies, RatingMemory memory, Outlet outlet) {

        /** Of what is new on a day; on the first, of everything up to it. */
        public String digest(int day) {
            return bars.digest(day == first ? Math.min(bars.firstDay(), first) : day, day, supplies);
        }
    }

    /**
     * Rates the days from {@code from} to {@code to}, both included, counted from the epoch.
     *
     * @param before the state after the day before {@code from}
     * @param stopped asked between days; when it says so, the rest is left for another time
     * @return the state after the last day rated
     * @throws RatingException when something could not be said; the days whose run is marked are done
     */
    public DailyState rate(int from, int to, DailyState before, Inputs inputs, BooleanSupplier stopped)
            throws RatingException {
        DailyState state = before;
        for (int start = from; start <= to && !stopped.getAsBoolean(); start += CHUNK) {
            state = chunk(start, Math.min(to, start + CHUNK - 1), to, state, inputs, stopped);
        }
        return state;
    }

    private DailyState chunk(int from, int to, int last, DailyState before, Inputs inputs, BooleanSupplier stopped)
            throws RatingException {
        DayPanel panel = DayPanel.of(inputs.bars().panel(to, inputs.supplies()), catalogue);
        GradedRange graded = grader.inFull(panel.panel(), panel.index(from), panel.index(to) + 1);
        graded.days().forEach(grades -> remember(grades, inputs.memory()));
        MarketView market = MarketView.of(panel, inputs.memory(), catalogue);
        DailyState state = before;
        for (int day = from; day <= to && !stopped.getAsBoolean(); day++) {
            Moment moment = moment(day);
            if (!moment.knownAt().isAfter(moment.validAt().plus(WHEN_DUE))) {
                inputs.memory().saidWhenDue(LocalDate.ofEpochDay(day));
            }
            DayGrades grades = graded.days().get(day - from);
            int count = say(grades, moment, inputs);
            Map<String, SignalState> signalStates = signals(grades, moment, state, inputs);
            MarketDay marketDay = market.day(panel.index(day));
            inputs.outlet().say(RatingRecords.document(moment, Kind.KIND_MARKET, "", RatingJson.object(marketDay)));
            Map<String, IndexState> indexStates = indices(panel, day, market, moment, state, inputs.outlet());
            if (day > last - explainedDays) {
                // Grades first; the documents take longer.
                inputs.outlet().flush();
                explain(graded.explanations(panel.index(day)), moment, inputs.outlet());
            }
            if (day == last) {
                new DayDocuments(panel, inputs.memory(), catalogue).say(day, moment, inputs.outlet());
            }
            state = new DailyState(signalStates, indexStates);
            inputs.outlet().flush();
            inputs.outlet().say(mark(moment, grades.tokens().size(), count, day, state, inputs));
        }
        inputs.outlet().flush();
        return state;
    }

    private Moment moment(int day) {
        return new Moment(Moment.DAILY, Moment.endOf(LocalDate.ofEpochDay(day)), clock.instant(), model.version());
    }

    private static void remember(DayGrades grades, RatingMemory memory) {
        int day = Math.toIntExact(grades.day().toEpochDay());
        for (TokenGrades token : grades.tokens()) {
            for (GradeKind kind : GradeKind.values()) {
                double value = token.of(kind) instanceof GradeOutcome.Graded graded ? graded.grade() : Double.NaN;
                memory.grade(kind, token.symbol(), day, value);
            }
        }
    }

    /** Answers how many tokens have a Trader Grade. */
    private static int say(DayGrades grades, Moment moment, Inputs inputs) {
        int day = Math.toIntExact(grades.day().toEpochDay());
        int count = 0;
        for (TokenGrades token : grades.tokens()) {
            if (isMentioned(inputs.bars(), token.symbol(), day)) {
                double close = inputs.bars().close(token.symbol(), day);
                for (GradeKind kind : GradeKind.values()) {
                    inputs.outlet()
                            .say(RatingRecords.grade(
                                    moment, token.symbol(), kind, token.inUniverse(), token.of(kind), close));
                }
                count += token.trader() instanceof GradeOutcome.Graded ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isMentioned(DailyBars bars, String token, int day) {
        for (int back = 0; back <= MENTIONED_DAYS; back++) {
            if (!Double.isNaN(bars.close(token, day - back))) {
                return true;
            }
        }
        return false;
    }

    private Map<String, SignalState> signals(DayGrades grades, Moment moment, DailyState before, Inputs inputs) {
        int day = Math.toIntExact(grades.day().toEpochDay());
        Map<String, SignalState> states = new TreeMap<>(before.signals());
        for (TokenGrades token : grades.tokens()) {
            String id = token.symbol();
            SignalState old = states.getOrDefault(id, SignalState.initial());
            double grade = inputs.memory().grade(GradeKind.TRADER, id, day);
            double trend = trend(inputs.bars(), id, day);
            SignalStep step = signals.step(old, grade, trend);
            boolean idle = Double.isNaN(grade) && old.position().value() == 0 && step.change() == null;
            // A day that is rated again may have nothing to say where it had; then that is what it says.
            if (!idle || !Double.isNaN(inputs.memory().signal(id, day))) {
                inputs.memory().signal(id, day, step.state().position().value());
                inputs.outlet()
                        .say(RatingRecords.signal(
                                moment,
                                id,
                                old,
                                step,
                                grade,
                                trend,
                                inputs.bars().close(id, day)));
            }
            if (idle && old.equals(SignalState.initial())) {
                states.remove(id);
            } else {
                states.put(id, step.state());
            }
        }
        return states;
    }

    private double trend(DailyBars bars, String token, int day) {
        double[] closes = new double[signalRules.trendWindow()];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = bars.close(token, day - closes.length + 1 + i);
        }
        return Trend.at(closes, closes.length - 1, closes.length);
    }

    private Map<String, IndexState> indices(
            DayPanel panel, int day, MarketView market, Moment moment, DailyState before, Outlet outlet) {
        Map<String, IndexState> states = new TreeMap<>();
        int index = panel.index(day);
        for (IndexRules rules : catalogue.indices()) {
            IndexState old = before.indices().getOrDefault(rules.id(), IndexState.initial(rules));
            IndexEngine engine = engines.computeIfAbsent(rules.id(), _ -> new IndexEngine(rules));
            IndexStep step = engine.advance(old, market.snapshot(index));
            String reason = step.level() != null ? "" : panel.hasCaps(index) ? "too_few_tokens" : "no_market_caps";
            outlet.say(RatingRecords.index(
                    moment,
                    step.state(),
                    step.level(),
                    reason,
                    market.day(index).state().regime(),
                    step.trades()));
            states.put(rules.id(), step.state());
        }
        return states;
    }

    private void explain(List<Explanation> explanations, Moment moment, Outlet outlet) {
        Map<GradeKind, Explanation> first = new TreeMap<>();
        for (Explanation explanation : explanations) {
            first.putIfAbsent(explanation.kind(), explanation);
            var grade =
                    switch (explanation.kind()) {
                        case TRADER -> model.trader();
                        case INVESTOR -> model.investor();
                    };
            outlet.say(Explanations.document(moment, explanation, grade, moment.validAt()));
        }
        first.values().forEach(explanation -> outlet.say(Explanations.crossSection(moment, explanation)));
    }

    private static RatingDocument mark(
            Moment moment, int tokens, int graded, int day, DailyState state, Inputs inputs) {
        ObjectNode json = RatingJson.object().put("tokens", tokens).put("graded", graded);
        json.put("input_digest", "\\x" + inputs.digest(day));
        json.set("state", state.json());
        return RatingRecords.run(moment, json);
    }
}
