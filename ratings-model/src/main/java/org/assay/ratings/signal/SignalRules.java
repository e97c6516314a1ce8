package org.assay.ratings.signal;

/**
 * The thresholds of a signal. A period is a day or an hour.
 *
 * @param id stable name
 * @param enterLong grade from which a long position begins (0 to 100)
 * @param exitLong grade below which it ends
 * @param enterShort grade down to which a short position begins
 * @param exitShort grade above which it ends
 * @param trendWindow periods of the moving average that the trend is measured from
 * @param trendBand how far the price may be on the wrong side of that average before a position ends; 0.05 is 5 %
 * @param minimumHolding periods that a position is kept whatever grade and trend say
 * @param missingLimit periods without a grade after which a position ends
 */
public record SignalRules(
        String id,
        double enterLong,
        double exitLong,
        double enterShort,
        double exitShort,
        int trendWindow,
        double trendBand,
        int minimumHolding,
        int missingLimit) {

    public SignalRules {
        boolean ordered = 0 <= enterShort && enterShort <= exitShort && exitLong <= enterLong && enterLong <= 100;
        if (!ordered || enterShort >= enterLong) {
            throw new IllegalArgumentException("entries and exits overlap: long from " + enterLong + " until "
                    + exitLong + ", short from " + enterShort + " until " + exitShort);
        }
        if (trendWindow < 1 || !(trendBand >= 0) || minimumHolding < 0 || missingLimit < 0) {
            throw new IllegalArgumentException("a window, band or limit is negative");
        }
    }

    /** Long from 65 until below 50, short from 30 until above 45, average of 20 days, 5 % band, kept 3 days. */
    public static SignalRules daily() {
        return new SignalRules("daily", 65, 50, 30, 45, 20, 0.05, 3, 3);
    }

    /** Long from 70 until below 50, short from 25 until above 45, average of 48 hours, 2 % band, kept 6 hours. */
    public static SignalRules hourly() {
        return new SignalRules("hourly", 70, 50, 25, 45, 48, 0.02, 6, 24);
    }
}
