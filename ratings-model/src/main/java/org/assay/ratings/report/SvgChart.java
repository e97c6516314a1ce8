package org.assay.ratings.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assay.ratings.evaluation.DailySeries;

/** Small charts as inline SVG. Colours and fonts come from the page's style sheet. */
final class SvgChart {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 190;
    private static final int LEFT = 56;
    private static final int BOTTOM = 26;
    private static final int TOP = 10;

    private final StringBuilder out = new StringBuilder();
    private final double low;
    private final double high;

    private SvgChart(String title, double low, double high) {
        this.low = low;
        this.high = high;
        out.append(String.format(
                Locale.ROOT,
                "<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                title,
                WIDTH,
                HEIGHT,
                title));
        for (double level : new double[] {low, (low + high) / 2, high}) {
            line(LEFT, y(level), WIDTH, y(level), "grid");
            text(LEFT - 4, y(level) + 4, number(level), "end");
        }
        if (low < 0 && high > 0) {
            line(LEFT, y(0), WIDTH, y(0), "zero");
        }
    }

    /** One bar for each value; a value that is missing has none. */
    static String bars(String title, List<String> labels, List<Double> values) {
        double[] finite = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        SvgChart chart = new SvgChart(title, lowest(finite), highest(finite));
        double step = (double) (WIDTH - LEFT) / Math.max(1, values.size());
        for (int i = 0; i < values.size(); i++) {
            chart.text(LEFT + step * (i + 0.5), HEIGHT - 8, labels.get(i), "middle");
            if (Double.isFinite(values.get(i))) {
                chart.bar(LEFT + step * (i + 0.15), step * 0.7, values.get(i));
            }
        }
        return chart.end();
    }

    /** The running sum of a series, with its first and last day. */
    static String running(String title, DailySeries series, double scale) {
        double[] sums = new double[series.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += Double.isFinite(series.value(i)) ? series.value(i) * scale : 0;
            sums[i] = sum;
        }
        SvgChart chart = new SvgChart(title, lowest(sums), highest(sums));
        StringBuilder points = new StringBuilder();
        int stride = Math.max(1, sums.length / 400);
        for (int i = 0; i < sums.length; i += stride) {
            double x = LEFT + (double) (WIDTH - LEFT) * i / Math.max(1, sums.length - 1);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, chart.y(sums[i])));
        }
        chart.out.append("<polyline class=\"line\" points=\"").append(points).append("\"/>");
        if (sums.length > 0) {
            chart.text(LEFT, HEIGHT - 8, series.day(0).toString(), "start");
            chart.text(WIDTH, HEIGHT - 8, series.day(sums.length - 1).toString(), "end");
        }
        return chart.end();
    }

    private static double lowest(double[] values) {
        return Math.min(
                0,
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .min()
                        .orElse(0));
    }

    private static double highest(double[] values) {
        double highest = Math.max(
                0,
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .max()
                        .orElse(0));
        return highest == 0 && lowest(values) == 0 ? 1 : highest;
    }

    private double y(double value) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low);
    }

    private void bar(double x, double width, double value) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                value < 0 ? "fall" : "rise",
                x,
                Math.min(y(value), y(0)),
                width,
                Math.abs(y(value) - y(0))));
    }

    private void line(double fromX, double fromY, double toX, double toY, String kind) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                fromX,
                fromY,
                toX,
                toY));
    }

    private void text(double x, double y, String text, String anchor) {
        out.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.3g", value);
    }

    private String end() {
        return out.append("</svg></figure>\n").toString();
    }
}
