package org.assay.ratings.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assay.ratings.baseline.Baseline;
import org.assay.ratings.baseline.ProtocolFeatures;
import org.assay.ratings.evaluation.Comparison;
import org.assay.ratings.evaluation.DailyScores;
import org.assay.ratings.evaluation.DailySeries;
import org.assay.ratings.evaluation.Figures;
import org.assay.ratings.evaluation.GradeScale;
import org.assay.ratings.evaluation.HoldingRules;
import org.assay.ratings.evaluation.Horizon;
import org.assay.ratings.evaluation.Judge;
import org.assay.ratings.evaluation.Outcomes;
import org.assay.ratings.evaluation.Period;
import org.assay.ratings.evaluation.Summary;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;

/** Judges grades on a panel by the whole protocol. */
public final class Evaluator {

    private static final HoldingRules AT_ONCE = new HoldingRules(0, 0);
    private static final HoldingRules HAIRCUT = new HoldingRules(1, 0.5);

    private final Panel panel;
    private final Universe universe;
    private final Judge judge;
    private final Grid baseline;
    private final Consumer<String> progress;

    /** @param progress told in a few words what was just judged */
    public Evaluator(Panel panel, Consumer<String> progress) {
        this.panel = panel;
        this.universe = Universe.of(panel);
        ProtocolFeatures features = new ProtocolFeatures(panel, universe);
        this.judge = new Judge(panel, universe, features.volatility());
        this.baseline = Baseline.LOW_RANGE.grades(features);
        this.progress = progress;
    }

    /**
     * Judges one grade over the horizons it answers for. A period without a day that can be judged has no verdict.
     *
     * @param grade the grade's name
     * @param grades 0 to 100 by token and day, missing where there is none
     */
    public List<Verdict> judge(String grade, Grid grades, List<Horizon> horizons, List<Period> periods) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Period period : periods) {
            for (Horizon horizon : horizons) {
                judge(grade, grades, horizon, period).ifPresent(verdicts::add);
            }
        }
        return verdicts;
    }

    private Optional<Verdict> judge(String grade, Grid grades, Horizon horizon, Period period) {
        Outcomes outcomes = Outcomes.of(panel, universe, horizon, period);
        DailyScores scores = judge.score(grades, outcomes);
        if (scores.ic().size() == 0) {
            progress.accept(grade + ", " + horizon.days() + " d, " + period.label() + ": no day can be judged");
            return Optional.empty();
        }
        DailyScores other = judge.score(baseline, outcomes);
        DailySeries market = outcomes.universeReturns();
        Figures figures = Summary.of(scores, market);
        progress.accept(grade + ", " + horizon.days() + " d, " + period.label() + ": " + figures.days() + " days");
        return Optional.of(new Verdict(
                grade,
                horizon,
                period,
                scores,
                figures,
                GradeScale.of(grades, universe, outcomes),
                Summary.of(other, market),
                Comparison.of(scores.ic(), other.ic(), horizon),
                Comparison.of(scores.spread(), other.spread(), horizon),
                sensitivity(grades, horizon, period)));
    }

    private Verdict.Sensitivity sensitivity(Grid grades, Horizon horizon, Period period) {
        DailyScores atOnce = judge.score(grades, Outcomes.of(panel, universe, horizon, period, AT_ONCE));
        DailyScores haircut = judge.score(grades, Outcomes.of(panel, universe, horizon, period, HAIRCUT));
        return new Verdict.Sensitivity(
                atOnce.ic().mean(), haircut.ic().mean(), haircut.spread().mean());
    }
}
