package org.assay.ratings.window;

/**
 * One statistic of the last days of one series. It is fed day by day and keeps what it needs of the past; an instance
 * serves one series.
 */
public interface RollingStatistic {

    /**
     * Moves the window on by a day.
     *
     * @param value the day's value; NaN and infinities count as missing
     * @return the statistic of the window that ends with this day, NaN where it has too few values
     */
    double next(double value);
}
