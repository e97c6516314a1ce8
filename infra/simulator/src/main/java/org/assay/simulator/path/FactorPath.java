package org.assay.simulator.path;

import java.util.Arrays;

/**
 * The daily values of one factor of the market, as a logarithm, from an epoch on; {@link FactorCursor} refines them
 * within the day. Volatility clusters from day to day, jumps fall at a moment of a day, and a factor with regimes drifts
 * between calm, rising, falling and panicking markets. Safe for threads: days are added as they are asked for.
 */
public final class FactorPath {

    static final long DAY_US = 86_400_000_000L;

    private static final int FIRST_DAYS = 1_024;
    private static final double VOLATILITY_MEMORY = 0.93;
    private static final double VOLATILITY_SHOCK = 0.15;
    private static final double VOLATILITY_VARIANCE =
            VOLATILITY_SHOCK * VOLATILITY_SHOCK / (1 - VOLATILITY_MEMORY * VOLATILITY_MEMORY);
    private static final double FAT_DAY_PROBABILITY = 0.06;
    private static final double FAT_DAY_FACTOR = 2.2;
    private static final double STAY_IN_REGIME = 0.96;

    private final long seed;
    private final long epochDay;
    private final Shape shape;
    private volatile Days days;

    /**
     * A factor.
     *
     * @param seed what makes it different from the others
     * @param epochDay the first day, counted from 1970-01-01, on which its value is 0
     * @param shape how it moves
     */
    public FactorPath(long seed, long epochDay, Shape shape) {
        this.seed = seed;
        this.epochDay = epochDay;
        this.shape = shape;
        this.days = grow(new Days(new double[] {0}, new double[] {shape.dailyVolatility}, 0, Regime.CALM), FIRST_DAYS);
    }

    /**
     * How a factor moves.
     *
     * @param dailyVolatility usual deviation of a day's return
     * @param jumpProbability chance that a day has a jump
     * @param jumpSize usual size of a jump
     * @param reversion the part of the distance to 0 that a day takes back
     * @param regimes whether it has regimes
     */
    public record Shape(
            double dailyVolatility, double jumpProbability, double jumpSize, double reversion, boolean regimes) {

        /** A factor that moves quietly and does not jump. */
        public static Shape quiet(double dailyVolatility) {
            return new Shape(dailyVolatility, 0, 0, 0.01, false);
        }
    }

    private enum Regime {
        CALM(0.0004, 0.75),
        RISING(0.004, 1.0),
        FALLING(-0.003, 1.25),
        PANIC(-0.012, 2.2);

        private final double drift;
        private final double volatility;

        Regime(double drift, double volatility) {
            this.drift = drift;
            this.volatility = volatility;
        }
    }

    /** Value at the start of each day and volatility within it; the state of the last one, to go on from. */
    private static final class Days {
        private final double[] values;
        private final double[] volatilities;
        private final double logVolatility;
        private final Regime regime;

        Days(double[] values, double[] volatilities, double logVolatility, Regime regime) {
            this.values = values;
            this.volatilities = volatilities;
            this.logVolatility = logVolatility;
            this.regime = regime;
        }
    }

    long seed() {
        return seed;
    }

    long epochDay() {
        return epochDay;
    }

    /** The value at the start of a day, before a jump of that day. */
    double value(long day) {
        return days(day).values[Math.toIntExact(day - epochDay)];
    }

    /** The deviation of a return over the whole day. */
    double volatility(long day) {
        return days(day).volatilities[Math.toIntExact(day - epochDay)];
    }

    /** The jump of a day; 0 where there is none. */
    double jump(long day) {
        if (shape.jumpProbability == 0) {
            return 0;
        }
        long hash = Hash.of(seed, day, 7);
        if (Hash.unit(hash) >= shape.jumpProbability) {
            return 0;
        }
        double size = shape.jumpSize * (0.5 + 1.5 * Hash.unit(Hash.of(hash, 1)));
        return (Hash.of(hash, 2) & 1) == 0 ? size : -size;
    }

    /** When in the day its jump falls. */
    long jumpOffsetUs(long day) {
        return (long) (Hash.unit(Hash.of(seed, day, 8)) * DAY_US);
    }

    private Days days(long day) {
        long index = day - epochDay;
        if (index < 0) {
            throw new IllegalArgumentException("Day " + day + " is before the market's epoch, day " + epochDay);
        }
        Days known = days;
        return index < known.values.length ? known : growTo(index);
    }

    private synchronized Days growTo(long index) {
        if (index >= days.values.length) {
            days = grow(days, Math.toIntExact(Math.max(index + 1, days.values.length * 2L)));
        }
        return days;
    }

    private Days grow(Days from, int length) {
        int known = from.values.length;
        double[] values = Arrays.copyOf(from.values, length);
        double[] volatilities = Arrays.copyOf(from.volatilities, length);
        double logVolatility = from.logVolatility;
        Regime regime = from.regime;
        for (int i = known; i < length; i++) {
            long day = epochDay + i - 1;
            double fat = Hash.unit(Hash.of(seed, day, 3)) < FAT_DAY_PROBABILITY ? FAT_DAY_FACTOR : 1;
            double move = volatilities[i - 1] * fat * Hash.normal(Hash.of(seed, day, 4));
            double drift = shape.regimes ? regime.drift : 0;
            values[i] = values[i - 1] * (1 - shape.reversion) + drift + move + jump(day);

            regime = next(regime, day);
            logVolatility = VOLATILITY_MEMORY * logVolatility + VOLATILITY_SHOCK * Hash.normal(Hash.of(seed, day, 5));
            volatilities[i] = shape.dailyVolatility
                    * (shape.regimes ? regime.volatility : 1)
                    * StrictMath.exp(logVolatility - VOLATILITY_VARIANCE);
        }
        return new Days(values, volatilities, logVolatility, regime);
    }

    private Regime next(Regime regime, long day) {
        long hash = Hash.of(seed, day, 6);
        if (Hash.unit(hash) < STAY_IN_REGIME) {
            return regime;
        }
        Regime[] all = Regime.values();
        return all[(int) (Hash.unit(Hash.of(hash, 1)) * all.length)];
    }
}
