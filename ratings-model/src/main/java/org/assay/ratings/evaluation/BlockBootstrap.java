package org.assay.ratings.evaluation;

import java.time.YearMonth;
import java.util.Arrays;

/**
 * Means of a daily series over randomly drawn blocks of calendar months, the series taken as a circle. Days of one month
 * stay together and weigh alike, so that what lasts for days is not counted as many times.
 */
final class BlockBootstrap {

    private static final int SAMPLES = 2000;
    private static final long SEED = 20220101;

    private final double[] means;

    private BlockBootstrap(double[] means) {
        this.means = means;
    }

    static BlockBootstrap of(DailySeries series, Horizon horizon) {
        DailySeries present = series.present();
        double[] sums = new double[present.size()];
        int[] counts = new int[present.size()];
        int months = byMonth(present, sums, counts);
        if (months == 0) {
            return new BlockBootstrap(new double[0]);
        }
        int length = Math.min(horizon.blockMonths(), months);
        int blocks = -Math.floorDiv(-months, length);
        SplitMix64 random = new SplitMix64(SEED);
        double[] means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            long count = 0;
            int drawn = 0;
            for (int block = 0; block < blocks; block++) {
                int start = random.next(months);
                for (int i = 0; i < length && drawn < months; i++, drawn++) {
                    int month = (start + i) % months;
                    sum += sums[month];
                    count += counts[month];
                }
            }
            means[sample] = sum / count;
        }
        return new BlockBootstrap(means);
    }

    private static int byMonth(DailySeries series, double[] sums, int[] counts) {
        int month = -1;
        YearMonth current = YearMonth.of(1, 1);
        for (int i = 0; i < series.size(); i++) {
            YearMonth next = YearMonth.from(series.day(i));
            if (month < 0 || !next.equals(current)) {
                month++;
                current = next;
            }
            sums[month] += series.value(i);
            counts[month]++;
        }
        return month + 1;
    }

    Interval interval() {
        if (means.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        return new Interval(Statistics.percentile(sorted, 0.025), Statistics.percentile(sorted, 0.975));
    }

    /** Twice the smaller share of means on one side of 0, at most 1. */
    double twoSidedP() {
        double below = Arrays.stream(means).filter(mean -> mean <= 0).count();
        double above = Arrays.stream(means).filter(mean -> mean >= 0).count();
        return Math.min(1, 2 * Math.min(below, above) / means.length);
    }
}
