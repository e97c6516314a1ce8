package org.assay.ratings.quant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The highs and falls of a window's prices. */
final class PricePath {

    private static final int NOT_YET = -1;

    private final LocalDate firstDay;
    private final double deepest;
    private final double current;
    private final double ulcer;
    private final int longest;
    private final int peak;
    private final int trough;
    private final int recovery;

    /**
     * @param firstDay the day with index 0
     * @param days ascending indices of the days that have a price
     * @param prices as many
     */
    PricePath(LocalDate firstDay, int[] days, double[] prices) {
        this.firstDay = firstDay;
        int high = 0;
        int deepestHigh = 0;
        int lowest = 0;
        double fall = 0;
        double squares = 0;
        int underWater = 0;
        for (int i = 0; i < prices.length; i++) {
            underWater = Math.max(underWater, prices[i] >= prices[high] && high == i - 1 ? 0 : days[i] - days[high]);
            if (prices[i] >= prices[high]) {
                high = i;
            }
            double depth = prices[i] / prices[high] - 1;
            squares += depth * depth;
            if (depth < fall) {
                fall = depth;
                lowest = i;
                deepestHigh = high;
            }
        }
        this.deepest = fall;
        this.current = prices[prices.length - 1] / prices[high] - 1;
        this.ulcer = Math.sqrt(squares / prices.length);
        this.longest = underWater;
        this.peak = days[deepestHigh];
        this.trough = days[lowest];
        this.recovery = recovery(days, prices, lowest, prices[deepestHigh]);
    }

    private static int recovery(int[] days, double[] prices, int trough, double peak) {
        for (int i = trough + 1; i < prices.length; i++) {
            if (prices[i] >= peak) {
                return days[i];
            }
        }
        return NOT_YET;
    }

    double deepest() {
        return deepest;
    }

    double current() {
        return current;
    }

    double ulcer() {
        return ulcer;
    }

    /** Calendar days from a high to the first price that reached it again, or to the end. */
    int longest() {
        return longest;
    }

    /** The deepest fall; absent when the price never fell. */
    @Nullable
    Drawdown drawdown() {
        if (deepest == 0) {
            return null;
        }
        return new Drawdown(
                deepest,
                firstDay.plusDays(peak),
                firstDay.plusDays(trough),
                recovery == NOT_YET ? null : firstDay.plusDays(recovery));
    }
}
