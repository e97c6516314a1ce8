package org.assay.ratings.quant;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeded geometric random walks. */
public final class PriceWalks {

    private PriceWalks() {}

    /** Closes with 4 % daily volatility, from 100. */
    public static double[] walk(long seed, int days) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] closes = new double[days];
        double logarithm = Math.log(100);
        for (int day = 0; day < days; day++) {
            closes[day] = Math.exp(logarithm);
            logarithm += 0.04 * random.nextGaussian();
        }
        return closes;
    }
}
