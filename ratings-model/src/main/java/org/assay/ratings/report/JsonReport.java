package org.assay.ratings.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.ratings.evaluation.Comparison;
import org.assay.ratings.evaluation.DecileTable;
import org.assay.ratings.evaluation.Figures;
import org.assay.ratings.evaluation.GradeScale;
import org.assay.ratings.evaluation.Interval;
import org.assay.ratings.panel.Finding;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.PanelReport;

/** The figures under the names that the reference implementation gives them. */
final class JsonReport {

    private static final double BASIS_POINTS = 1e4;

    private JsonReport() {}

    static String of(EvaluationReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("protocol", 1);
        root.put("grades", report.grades());
        root.put("panel", panel(report.panel(), report.reading()));
        root.put("results", report.verdicts().stream().map(JsonReport::verdict).toList());
        return Json.of(root);
    }

    private static Map<String, Object> panel(Panel panel, PanelReport reading) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("tokens", panel.tokens());
        object.put("first_day", panel.firstDay());
        object.put("last_day", panel.day(panel.days() - 1));
        object.put("files", reading.sources().stream().map(JsonReport::source).toList());
        object.put(
                "findings", reading.findings().stream().map(JsonReport::finding).toList());
        return object;
    }

    private static Map<String, Object> source(PanelReport.Source source) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", source.name());
        object.put("rows", source.rows());
        object.put("sha256", source.sha256());
        return object;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", finding.kind().label());
        object.put("count", finding.count());
        object.put("text", finding.kind().text());
        object.put("examples", finding.examples());
        return object;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("h", verdict.horizon().days());
        object.put("period", verdict.period().label());
        object.put("grade", verdict.grade());
        figures(object, verdict.figures());
        object.put("coverage", verdict.scale().coverage());
        object.put("d_ic", comparison(verdict.icOverBaseline()));
        object.put("d_spread", comparison(verdict.spreadOverBaseline()));
        object.put("fixed_buckets", buckets(verdict.scale()));
        object.put("mean_abs_daily_change", verdict.scale().meanDailyChange());
        object.put("sensitivity", sensitivity(verdict.sensitivity()));
        Map<String, Object> baseline = new LinkedHashMap<>();
        figures(baseline, verdict.baseline());
        object.put("baseline_range14_low", baseline);
        return object;
    }

    private static void figures(Map<String, Object> object, Figures figures) {
        object.put("days", figures.days());
        ic(object, figures.ic());
        object.put("spread", figures.spread().mean());
        object.put("spread_t", figures.spread().t());
        object.put("sp_ci", interval(figures.spread().interval()));
        object.put("net10", figures.spread().net10());
        object.put("net30", figures.spread().net30());
        object.put("beta_ew", figures.spread().alpha().beta());
        object.put("alpha", figures.spread().alpha().mean());
        object.put("alpha_t", figures.spread().alpha().t());
        object.put("alpha_ci", interval(figures.spread().alpha().interval()));
        object.put("q", figures.quintiles());
        object.put("ew", figures.universe());
        object.put("btc", figures.bitcoin());
        object.put("top_ew", figures.top().excess());
        object.put("top_ew_t", figures.top().t());
        object.put("top_btc", figures.top().overBitcoin());
        object.put("topnet10", figures.top().net10());
        object.put("topnet30", figures.top().net30());
        object.put("to_top", figures.turnover().top());
        object.put("to_bot", figures.turnover().bottom());
        object.put("hit", figures.hit());
        object.put("dec", figures.deciles().excess());
        object.put("dec_beat", figures.deciles().beat());
        object.put("dec_n", figures.deciles().count());
        object.put("mono", figures.deciles().monotonicity());
        object.put("inv", figures.deciles().inversions());
    }

    private static void ic(Map<String, Object> object, Figures.Ic ic) {
        object.put("ic", ic.mean());
        object.put("ic_ci", interval(ic.interval()));
        object.put("t", ic.t());
        object.put("icir", ic.ratio());
        object.put("icir_ann", ic.annualRatio());
        object.put("pos", ic.positive());
        object.put("ic_vn", ic.volNeutral());
        object.put("t_vn", ic.volNeutralT());
        object.put("by_year", ic.byYear());
        object.put("positive_years", ic.positiveYears());
        object.put("worst_year", ic.worstYear());
    }

    private static List<Double> interval(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    private static Map<String, Object> comparison(Comparison comparison) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("diff", comparison.difference());
        object.put("lo", comparison.interval().low());
        object.put("hi", comparison.interval().high());
        object.put("p", comparison.p());
        return object;
    }

    private static Map<String, Object> buckets(GradeScale scale) {
        DecileTable table = scale.buckets();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("n", table.count());
        object.put(
                "excess_bp",
                table.excess().stream()
                        .map(excess -> rounded(excess * BASIS_POINTS, 1))
                        .toList());
        object.put("beat", table.beat().stream().map(beat -> rounded(beat, 3)).toList());
        object.put("excess", table.excess());
        object.put("mono", table.monotonicity());
        object.put("inversions", table.inversions());
        object.put("slope", scale.slope());
        return object;
    }

    private static Map<String, Object> sensitivity(Verdict.Sensitivity sensitivity) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ic_entry_at_signal_close", sensitivity.icAtOnce());
        object.put("ic_haircut_50", sensitivity.icWithHaircut());
        object.put("spread_haircut_50", sensitivity.spreadWithHaircut());
        return object;
    }

    private static double rounded(double value, int places) {
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
    }
}
