package org.assay.ratings.evaluation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A number for each of some days, ascending; NaN where a day has none. */
public final class DailySeries {

    private final LocalDate[] days;
    private final double[] values;

    DailySeries(LocalDate[] days, double[] values) {
        if (days.length != values.length) {
            throw new IllegalArgumentException(days.length + " days with " + values.length + " values");
        }
        this.days = days;
        this.values = values;
    }

    public int size() {
        return values.length;
    }

    public LocalDate day(int index) {
        return days[index];
    }

    public double value(int index) {
        return values[index];
    }

    double[] values() {
        return values;
    }

    /** The mean of the values there are. */
    public double mean() {
        return Statistics.meanOfPresent(values);
    }

    /** The days that have a value. */
    DailySeries present() {
        int[] kept = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        return new DailySeries(
                Arrays.stream(kept).mapToObj(i -> days[i]).toArray(LocalDate[]::new),
                Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
    }

    DailySeries times(double factor) {
        return new DailySeries(
                days, Arrays.stream(values).map(value -> value * factor).toArray());
    }

    /** This series less another, over the days on which both have a value. */
    DailySeries minus(DailySeries other) {
        return onCommonDays(other, (mine, theirs) -> mine - theirs);
    }

    /** This series' values on the days on which the other one has a value too. */
    DailySeries on(DailySeries other) {
        return onCommonDays(other, (mine, theirs) -> mine);
    }

    private DailySeries onCommonDays(DailySeries other, DoubleBinaryOperator operation) {
        Map<LocalDate, Double> theirs = new HashMap<>();
        for (int i = 0; i < other.size(); i++) {
            theirs.put(other.days[i], other.values[i]);
        }
        double[] combined = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double their = theirs.getOrDefault(days[i], Double.NaN);
            combined[i] = Double.isNaN(their) ? Double.NaN : operation.applyAsDouble(values[i], their);
        }
        return new DailySeries(days, combined).present();
    }

    /** The mean of each calendar year that has a value. */
    public Map<Integer, Double> meanByYear() {
        DailySeries present = present();
        return IntStream.range(0, present.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> present.days[i].getYear(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), present::meanOf)));
    }

    private double meanOf(List<Integer> indices) {
        return Statistics.mean(indices.stream().mapToDouble(i -> values[i]).toArray());
    }
}
