package org.assay.bench.client;

import java.util.function.Predicate;

/** Metrics in Prometheus' text format, as they were at one moment. */
public final class Metrics {

    private final String text;

    Metrics(String text) {
        this.text = text;
    }

    /** The sum over all series of a metric; 0 when there is none. */
    public double sum(String name) {
        return sum(name, series -> true);
    }

    /** The sum over the series of a metric whose labels contain the given text. */
    public double sum(String name, String label) {
        return sum(name, series -> series.contains(label));
    }

    private double sum(String name, Predicate<String> wanted) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(line ->
                        new Series(line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' '))))
                .filter(series -> wanted.test(series.labels))
                .mapToDouble(series -> Double.parseDouble(series.value.strip()))
                .sum();
    }

    private record Series(String labels, String value) {}
}
