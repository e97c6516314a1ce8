package org.assay.ratings.window;

/** What follows from the sums of powers of a window's values. */
final class MomentStatistic implements RollingStatistic {

    /** Below this variance over the count a skewness is noise and therefore missing. */
    private static final double LEAST_VARIANCE_OF_SKEWNESS = 1e-14;

    enum Kind {
        COUNT(1),
        SUM(1),
        MEAN(1),
        VARIANCE(2),
        DEVIATION(2),
        SKEWNESS(3);

        private final int powers;

        Kind(int powers) {
            this.powers = powers;
        }
    }

    private final Kind kind;
    private final int least;
    private final Moments moments;

    MomentStatistic(Kind kind, Window window) {
        this.kind = kind;
        this.least = window.least();
        this.moments = new Moments(window.length(), kind.powers);
    }

    @Override
    public double next(double value) {
        moments.next(value);
        if (moments.count() < least) {
            return Double.NaN;
        }
        return switch (kind) {
            case COUNT -> moments.count();
            case SUM -> moments.sum();
            case MEAN -> moments.mean();
            case VARIANCE -> variance();
            case DEVIATION -> Math.sqrt(variance());
            case SKEWNESS -> skewness();
        };
    }

    private double variance() {
        int count = moments.count();
        return count < 2 ? Double.NaN : moments.squares() / (count - 1);
    }

    private double skewness() {
        int count = moments.count();
        if (count < 3) {
            return Double.NaN;
        }
        if (moments.constant()) {
            return 0;
        }
        double variance = moments.squares() / count;
        if (variance <= LEAST_VARIANCE_OF_SKEWNESS) {
            return Double.NaN;
        }
        double cubes = moments.cubes() / count;
        double n = count;
        return Math.sqrt(n * (n - 1)) / (n - 2) * cubes / (variance * Math.sqrt(variance));
    }
}
