package org.assay.ratings.market;

import org.assay.ratings.panel.Grid;

/**
 * The level of a market that holds every member in proportion to its capitalisation of the day before. A token's daily
 * return counts as at most {@link #HIGHEST_RETURN}, so that one wrong price does not become the market.
 */
final class CapWeightedMarket {

    /** +200 % in a day. */
    static final double HIGHEST_RETURN = 2.0;

    static final double FIRST_LEVEL = 1000;

    private CapWeightedMarket() {}

    /** The level of each day; a day without a return keeps the level. */
    static double[] levels(MarketInput input) {
        double[] levels = new double[input.close().days()];
        for (int day = 0; day < levels.length; day++) {
            double simple = day == 0 ? 0 : simpleReturn(input, day);
            levels[day] = day == 0 ? FIRST_LEVEL : levels[day - 1] * (1 + (Double.isNaN(simple) ? 0 : simple));
        }
        return levels;
    }

    /** NaN when no member with a known capitalisation has a close on this day and the one before. */
    static double simpleReturn(MarketInput input, int day) {
        Grid close = input.close();
        double gain = 0;
        double weights = 0;
        for (int token = 0; token < close.tokens(); token++) {
            double cap = input.marketCap().get(token, day - 1);
            double simple = close.get(token, day) / close.get(token, day - 1) - 1;
            if (input.member().get(token, day - 1) > 0 && !Double.isNaN(cap) && !Double.isNaN(simple)) {
                gain += cap * Math.min(simple, HIGHEST_RETURN);
                weights += cap;
            }
        }
        return weights > 0 ? gain / weights : Double.NaN;
    }
}
