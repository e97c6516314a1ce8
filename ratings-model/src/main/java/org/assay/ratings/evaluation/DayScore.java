package org.assay.ratings.evaluation;

import java.util.stream.IntStream;
import org.assay.ratings.panel.Grid;

/** How one day's grades did. */
final class DayScore {

    static final int QUINTILES = 5;

    private final Formation formation;
    private final int[] judged;
    private final double[] returns;
    private final double mean;
    private final double median;
    private final double ic;

    DayScore(Formation formation, Outcomes outcomes, int day) {
        this.formation = formation;
        this.judged = IntStream.range(0, formation.size())
                .filter(i -> outcomes.counts(formation.token(i), day))
                .toArray();
        this.returns = IntStream.of(judged)
                .mapToDouble(i -> outcomes.returns().get(formation.token(i), day))
                .toArray();
        this.mean = Statistics.mean(returns);
        this.median = Statistics.median(returns);
        this.ic = Ranks.correlation(percentiles(), returns);
    }

    private double[] percentiles() {
        return IntStream.of(judged).mapToDouble(formation::percentile).toArray();
    }

    /** The rank correlation of grade and return; NaN where all grades or all returns are equal. */
    double ic() {
        return ic;
    }

    double volNeutralIc(Grid volatility, int day) {
        double[] given = IntStream.of(judged)
                .mapToDouble(i -> volatility.get(formation.token(i), day))
                .toArray();
        return Ranks.partial(percentiles(), returns, given);
    }

    /** The equally weighted return of the whole universe. */
    double universeReturn() {
        return mean;
    }

    /** The mean return of a quintile, NaN where none of it can be judged. */
    double quintileReturn(int quintile) {
        return Statistics.mean(IntStream.range(0, judged.length)
                .filter(i -> formation.quintile(judged[i]) == quintile)
                .mapToDouble(i -> returns[i])
                .toArray());
    }

    /** The share of the top quintile that beat the median, NaN where none of it can be judged. */
    double hit() {
        return IntStream.range(0, judged.length)
                .filter(i -> formation.quintile(judged[i]) == QUINTILES - 1)
                .mapToDouble(i -> returns[i] > median ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    void addTo(Deciles deciles) {
        for (int i = 0; i < judged.length; i++) {
            deciles.add(formation.decile(judged[i]), returns[i] - mean, returns[i] > median);
        }
    }
}
