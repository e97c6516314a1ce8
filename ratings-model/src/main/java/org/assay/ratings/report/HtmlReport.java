package org.assay.ratings.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assay.ratings.evaluation.DecileTable;
import org.assay.ratings.evaluation.Figures;
import org.assay.ratings.evaluation.Interval;
import org.assay.ratings.panel.Finding;
import org.assay.ratings.panel.PanelReport;

/** The page: what was read, one table of all figures, and charts for each verdict. */
final class HtmlReport {

    private static final double BASIS_POINTS = 1e4;

    private static final String STYLE = """
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 66rem; padding: 0 1rem; color: #1c2430; }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
            th, td { padding: .25rem .7rem; text-align: right; border-bottom: 1px solid #d9dee5; }
            th:first-child, td:first-child { text-align: left; }
            .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1rem; }
            figure { margin: 0; } figcaption { font-weight: 600; } svg { width: 100%; } svg text { font-size: 10px; fill: #5a6675; }
            .grid { stroke: #e4e8ee; } .zero { stroke: #5a6675; } .rise { fill: #2f7d5b; } .fall { fill: #b3472f; }
            .line { fill: none; stroke: #2a5fa5; stroke-width: 1.5; }
            </style>
            """;

    private final EvaluationReport report;
    private final StringBuilder out = new StringBuilder();

    HtmlReport(EvaluationReport report) {
        this.report = report;
    }

    String page() {
        out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Evaluation of grades</title>\n");
        out.append(STYLE).append("</head><body>\n<h1>Evaluation of grades</h1>\n");
        paragraph("Grades: " + report.grades()
                + ". The rules are those of docs/methodology/evaluation.md; every figure of"
                + " this page and more stands in evaluation.json.");
        panel();
        table();
        report.verdicts().forEach(this::charts);
        return out.append("</body></html>\n").toString();
    }

    private void panel() {
        heading("Panel");
        paragraph(String.format(
                Locale.ROOT,
                "%d tokens, %s to %s.",
                report.panel().tokens(),
                report.panel().firstDay(),
                report.panel().day(report.panel().days() - 1)));
        out.append("<ul>\n");
        for (PanelReport.Source source : report.reading().sources()) {
            item(String.format(Locale.ROOT, "%s: %,d rows, SHA-256 %s", source.name(), source.rows(), source.sha256()));
        }
        for (Finding finding : report.reading().findings()) {
            item(finding.line());
        }
        out.append("</ul>\n");
    }

    private void table() {
        heading("Figures");
        row(
                "th",
                List.of("", "days", "IC [95 %]", "t", "ICIR", "vol-neutral", "spread bp [95 %]", "net 10", "net 30"),
                "<table>\n");
        report.verdicts().forEach(this::scores);
        out.append("</table>\n");
        row(
                "th",
                List.of(
                        "",
                        "alpha bp (t)",
                        "top - universe bp",
                        "hit",
                        "turnover",
                        "monotone",
                        "slope",
                        "coverage",
                        "IC over range14(low) [95 %]",
                        "p"),
                "<table>\n");
        report.verdicts().forEach(this::more);
        out.append("</table>\n");
    }

    private void scores(Verdict verdict) {
        Figures figures = verdict.figures();
        row(
                "td",
                List.of(
                        name(verdict),
                        String.valueOf(figures.days()),
                        fixed(figures.ic().mean(), 4) + interval(figures.ic().interval(), 1, 3),
                        fixed(figures.ic().t(), 1),
                        fixed(figures.ic().ratio(), 3),
                        fixed(figures.ic().volNeutral(), 4),
                        points(figures.spread().mean())
                                + interval(figures.spread().interval(), BASIS_POINTS, 0),
                        points(figures.spread().net10()),
                        points(figures.spread().net30())),
                "");
    }

    private void more(Verdict verdict) {
        Figures figures = verdict.figures();
        Figures.Alpha alpha = figures.spread().alpha();
        row(
                "td",
                List.of(
                        name(verdict),
                        points(alpha.mean()) + " (" + fixed(alpha.t(), 1) + ")",
                        points(figures.top().excess()),
                        fixed(figures.hit(), 3),
                        fixed(figures.turnover().top(), 3),
                        fixed(figures.deciles().monotonicity(), 2),
                        fixed(verdict.scale().slope(), 3),
                        fixed(100 * verdict.scale().coverage(), 1) + " %",
                        fixed(verdict.icOverBaseline().difference(), 4)
                                + interval(verdict.icOverBaseline().interval(), 1, 3),
                        fixed(verdict.icOverBaseline().p(), 3)),
                "");
    }

    private void charts(Verdict verdict) {
        Figures figures = verdict.figures();
        heading(name(verdict));
        out.append("<div class=\"charts\">\n");
        out.append(SvgChart.bars(
                "IC by year",
                figures.ic().byYear().keySet().stream().map(String::valueOf).toList(),
                List.copyOf(figures.ic().byYear().values())));
        double daily = BASIS_POINTS / verdict.horizon().days();
        out.append(SvgChart.running(
                "Spread, summed (bp, a day's share of each holding)",
                verdict.scores().spread(),
                daily));
        out.append(SvgChart.bars("Excess return by decile of the grade (bp)", numbers(), inPoints(figures.deciles())));
        out.append(SvgChart.bars("Calibration: share above the median by grade", buckets(), beat(verdict)));
        out.append("</div>\n");
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList();
    }

    private static List<String> buckets() {
        return IntStream.range(0, 10).mapToObj(i -> 10 * i + "-").toList();
    }

    private static List<Double> inPoints(DecileTable table) {
        return table.excess().stream().map(excess -> excess * BASIS_POINTS).toList();
    }

    private static List<Double> beat(Verdict verdict) {
        List<Double> shares = new ArrayList<>();
        DecileTable table = verdict.scale().buckets();
        for (int i = 0; i < table.beat().size(); i++) {
            shares.add(table.count().get(i) == 0 ? Double.NaN : table.beat().get(i));
        }
        return shares;
    }

    private static String name(Verdict verdict) {
        return verdict.grade() + ", " + verdict.horizon().days() + " d, "
                + verdict.period().label();
    }

    private static String points(double share) {
        return fixed(share * BASIS_POINTS, 0);
    }

    private static String interval(Interval interval, double scale, int places) {
        return " [" + fixed(interval.low() * scale, places) + ", " + fixed(interval.high() * scale, places) + "]";
    }

    private static String fixed(double value, int places) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + places + "f", value) : "-";
    }

    private void heading(String text) {
        out.append("<h2>").append(escaped(text)).append("</h2>\n");
    }

    private void paragraph(String text) {
        out.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private void item(String text) {
        out.append("<li>").append(escaped(text)).append("</li>\n");
    }

    private void row(String cell, List<String> texts, String before) {
        out.append(before).append("<tr>");
        for (String text : texts) {
            out.append('<')
                    .append(cell)
                    .append('>')
                    .append(escaped(text))
                    .append("</")
                    .append(cell)
                    .append('>');
        }
        out.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
