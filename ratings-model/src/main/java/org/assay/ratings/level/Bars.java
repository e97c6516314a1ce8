package org.assay.ratings.level;

/**
 * A token's daily bars up to a day. A bar without a close is missing; a missing or impossible high or low is taken as the
 * close.
 */
final class Bars {

    private final double[] high;
    private final double[] low;
    private final double[] close;

    Bars(double[] high, double[] low, double[] close) {
        this.high = high;
        this.low = low;
        this.close = close;
    }

    boolean has(int day) {
        return day >= 0 && !Double.isNaN(close[day]);
    }

    double close(int day) {
        return close[day];
    }

    double high(int day) {
        return high[day] >= close[day] ? high[day] : close[day];
    }

    double low(int day) {
        return low[day] > 0 && low[day] <= close[day] ? low[day] : close[day];
    }

    /** Mean of ln(true high / true low) over the days of the window that have a bar; NaN below half of them. */
    double averageRange(int day, int window) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, day - window + 1); i <= day; i++) {
            if (has(i)) {
                double top = has(i - 1) ? Math.max(high(i), close(i - 1)) : high(i);
                double bottom = has(i - 1) ? Math.min(low(i), close(i - 1)) : low(i);
                sum += Math.log(top / bottom);
                count++;
            }
        }
        return 2 * count < window ? Double.NaN : sum / count;
    }
}
