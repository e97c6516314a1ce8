package org.assay.ratings.quant;

import java.util.Arrays;
import org.assay.ratings.panel.Grid;

/**
 * The daily return of a market that holds every token of the universe in equal parts: the mean of the simple returns of
 * those that were in the universe on the day before and have a close on both days. A token's return counts as at most
 * {@link #HIGHEST_RETURN}, so that one wrong price does not become the market.
 */
public final class EqualWeightedMarket {

    /** +200 % in a day. */
    public static final double HIGHEST_RETURN = 2.0;

    /** Fewest tokens that make a market. */
    public static final int FEWEST_TOKENS = 10;

    private EqualWeightedMarket() {}

    /**
     * The market's return of each day; NaN where fewer than {@link #FEWEST_TOKENS} tokens have one.
     *
     * @param close closes in USD
     * @param member above 0 where a token belongs to the universe after that day's close
     */
    public static double[] returns(Grid close, Grid member) {
        double[] mean = new double[close.days()];
        Arrays.fill(mean, Double.NaN);
        for (int day = 1; day < close.days(); day++) {
            double sum = 0;
            int count = 0;
            for (int token = 0; token < close.tokens(); token++) {
                double simple = close.get(token, day) / close.get(token, day - 1) - 1;
                if (member.get(token, day - 1) > 0 && !Double.isNaN(simple)) {
                    sum += Math.min(simple, HIGHEST_RETURN);
                    count++;
                }
            }
            if (count >= FEWEST_TOKENS) {
                mean[day] = sum / count;
            }
        }
        return mean;
    }
}
