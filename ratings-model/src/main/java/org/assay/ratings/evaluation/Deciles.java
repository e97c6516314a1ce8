package org.assay.ratings.evaluation;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Excess returns pooled by tenths of the grades. */
final class Deciles {

    static final int COUNT = 10;

    private final double[] excess = new double[COUNT];
    private final long[] beat = new long[COUNT];
    private final long[] count = new long[COUNT];

    void add(int decile, double excessReturn, boolean beatMedian) {
        excess[decile] += excessReturn;
        beat[decile] += beatMedian ? 1 : 0;
        count[decile]++;
    }

    long count(int decile) {
        return count[decile];
    }

    /** The mean excess return, 0 where there is none. */
    double excess(int decile) {
        return excess[decile] / Math.max(count[decile], 1);
    }

    /** The share that beat the day's median, 0 where there is none. */
    double beat(int decile) {
        return (double) beat[decile] / Math.max(count[decile], 1);
    }

    /** The table over those of at least so many token-days. */
    DecileTable table(long least) {
        int[] kept = IntStream.range(0, COUNT).filter(i -> count[i] >= least).toArray();
        double[] means = IntStream.of(kept).mapToDouble(this::excess).toArray();
        double[] places = IntStream.range(0, kept.length).asDoubleStream().toArray();
        int inversions = 0;
        for (int i = 1; i < means.length; i++) {
            inversions += means[i] < means[i - 1] ? 1 : 0;
        }
        return new DecileTable(
                list(this::excess),
                list(this::beat),
                IntStream.range(0, COUNT).mapToObj(this::count).toList(),
                means.length > 2 ? Ranks.correlation(places, means) : Double.NaN,
                inversions);
    }

    private static List<Double> list(IntToDoubleFunction value) {
        return IntStream.range(0, COUNT).mapToDouble(value).boxed().toList();
    }
}
