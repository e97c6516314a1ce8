package org.assay.ratings.evaluation;

import java.util.Arrays;
import org.assay.ratings.evaluation.Figures.Alpha;
import org.assay.ratings.evaluation.Figures.Ic;
import org.assay.ratings.evaluation.Figures.Spread;
import org.assay.ratings.evaluation.Figures.Top;
import org.assay.ratings.evaluation.Figures.Turnover;

/** Sums up daily scores. */
public final class Summary {

    private static final double LOW_COST = 0.001;
    private static final double HIGH_COST = 0.003;
    private static final int LEAST_VOL_NEUTRAL = 30;
    private static final double DAYS_A_YEAR = 365;

    private Summary() {}

    /**
     * The figures of some scores.
     *
     * @param universe the universe's return on every day that can be judged, also where the grades have no score
     */
    public static Figures of(DailyScores scores, DailySeries universe) {
        Horizon horizon = scores.horizon();
        Turnover turnover = new Turnover(
                scores.turnoverTop().mean(), scores.turnoverBottom().mean());
        return new Figures(
                scores.ic().size(),
                ic(scores, horizon),
                spread(scores, universe, turnover),
                top(scores, turnover),
                scores.quintiles().stream().map(DailySeries::mean).toList(),
                scores.universe().mean(),
                scores.bitcoin().mean(),
                turnover,
                scores.hit().mean(),
                scores.deciles());
    }

    private static Ic ic(DailyScores scores, Horizon horizon) {
        double[] values = scores.ic().values();
        double mean = Statistics.mean(values);
        double ratio = mean / Statistics.deviation(values);
        double[] volNeutral = Statistics.present(scores.volNeutralIc().values());
        boolean enough = volNeutral.length > LEAST_VOL_NEUTRAL;
        return new Ic(
                mean,
                Statistics.neweyWest(values, horizon.days()),
                ratio,
                ratio * Math.sqrt(DAYS_A_YEAR / horizon.days()),
                (double) Arrays.stream(values).filter(value -> value > 0).count() / values.length,
                enough ? Statistics.mean(volNeutral) : Double.NaN,
                enough ? Statistics.neweyWest(volNeutral, horizon.days()) : Double.NaN,
                BlockBootstrap.of(scores.ic(), horizon).interval(),
                scores.ic().meanByYear());
    }

    private static Spread spread(DailyScores scores, DailySeries universe, Turnover turnover) {
        DailySeries spread = scores.spread();
        double mean = spread.mean();
        double both = turnover.top() + turnover.bottom();
        return new Spread(
                mean,
                Statistics.neweyWest(spread.values(), scores.horizon().days()),
                BlockBootstrap.of(spread, scores.horizon()).interval(),
                mean - 2 * LOW_COST * both,
                mean - 2 * HIGH_COST * both,
                alpha(spread, universe, scores.horizon()));
    }

    private static Top top(DailyScores scores, Turnover turnover) {
        DailySeries excess = scores.top().minus(scores.universe());
        double mean = excess.mean();
        return new Top(
                mean,
                Statistics.neweyWest(excess.values(), scores.horizon().days()),
                scores.top().minus(scores.bitcoin()).mean(),
                mean - 2 * LOW_COST * turnover.top(),
                mean - 2 * HIGH_COST * turnover.top());
    }

    private static Alpha alpha(DailySeries spread, DailySeries universe, Horizon horizon) {
        DailySeries dependent = spread.on(universe);
        double[] x = Statistics.centred(universe.on(dependent).values());
        double[] y = Statistics.centred(dependent.values());
        double beta = Statistics.product(y, x, 0) / Statistics.product(x, x, 0);
        DailySeries rest = dependent.minus(universe.times(beta));
        return new Alpha(
                beta,
                rest.mean(),
                Statistics.neweyWest(rest.values(), horizon.days()),
                BlockBootstrap.of(rest, horizon).interval());
    }
}
