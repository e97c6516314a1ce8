package org.assay.ratings.feature;

import java.util.Arrays;
import java.util.Comparator;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.jspecify.annotations.Nullable;

/** What several features derive from a panel and its universe, each computed once, when first asked for. Of one thread. */
final class DerivedColumns {

    private static final double LARGEST_MARKET_MOVE = 0.5;

    private static final Comparator<double[]> BY_WEIGHT =
            Comparator.<double[]>comparingDouble(member -> member[0]).thenComparingDouble(member -> member[1]);

    private final Panel panel;
    private final Membership universe;
    private @Nullable Grid filled;
    private @Nullable Grid logFilled;
    private @Nullable Grid returns;
    private @Nullable Grid positiveVolume;
    private @Nullable Grid logRange;
    private double @Nullable [] marketReturns;
    private double @Nullable [] weightedMarketReturns;

    DerivedColumns(Panel panel, Membership universe) {
        this.panel = panel;
        this.universe = universe;
    }

    Grid filled() {
        if (filled == null) {
            filled = FeatureContext.carried(panel.close(), FeatureContext.CARRIED_DAYS);
        }
        return filled;
    }

    Grid logFilled() {
        if (logFilled == null) {
            logFilled = Grids.map(filled(), StrictMath::log);
        }
        return logFilled;
    }

    Grid returns() {
        if (returns == null) {
            returns = Grids.change(logFilled(), 1);
        }
        return returns;
    }

    Grid positiveVolume() {
        if (positiveVolume == null) {
            positiveVolume = Grids.map(panel.volume(), v -> v > 0 ? v : Double.NaN);
        }
        return positiveVolume;
    }

    Grid logRange() {
        if (logRange == null) {
            logRange = Grids.zip(
                    panel.high(),
                    panel.low(),
                    (high, low) -> low > 0 && high >= low ? StrictMath.log(high / low) : Double.NaN);
        }
        return logRange;
    }

    double[] marketReturns() {
        if (marketReturns == null) {
            double[] market = new double[panel.days()];
            double[] members = new double[panel.tokens()];
            for (int t = 0; t < market.length; t++) {
                int count = 0;
                for (int i = 0; i < panel.tokens() && t > 0; i++) {
                    double r = returns().get(i, t);
                    if (!Double.isNaN(r) && universe.contains(i, t - 1)) {
                        members[count++] = Math.clamp(r, -LARGEST_MARKET_MOVE, LARGEST_MARKET_MOVE);
                    }
                }
                market[t] = count == 0 ? Double.NaN : sortedSum(members, count) / count;
            }
            marketReturns = market;
        }
        return marketReturns;
    }

    double[] weightedMarketReturns() {
        if (weightedMarketReturns == null) {
            double[] market = new double[panel.days()];
            double[][] members = new double[panel.tokens()][];
            for (int t = 0; t < market.length; t++) {
                int count = 0;
                for (int i = 0; i < panel.tokens() && t > 0; i++) {
                    double r = returns().get(i, t);
                    double cap = panel.marketCap().get(i, t - 1);
                    if (!Double.isNaN(r) && !Double.isNaN(cap) && universe.contains(i, t - 1)) {
                        members[count++] = new double[] {cap, Math.clamp(r, -LARGEST_MARKET_MOVE, LARGEST_MARKET_MOVE)};
                    }
                }
                market[t] = count == 0 ? marketReturns()[t] : weightedMean(members, count);
            }
            weightedMarketReturns = market;
        }
        return weightedMarketReturns;
    }

    /** Summed in order of weight and return, so that the order of tokens leaves no trace. */
    private static double weightedMean(double[][] members, int count) {
        Arrays.sort(members, 0, count, BY_WEIGHT);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < count; i++) {
            sum += members[i][0] * members[i][1];
            weights += members[i][0];
        }
        return sum / weights;
    }

    private static double sortedSum(double[] values, int count) {
        Arrays.sort(values, 0, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
