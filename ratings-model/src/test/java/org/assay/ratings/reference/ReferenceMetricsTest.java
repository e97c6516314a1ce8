package org.assay.ratings.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.ratings.evaluation.DailyScores;
import org.assay.ratings.evaluation.DailySeries;
import org.assay.ratings.evaluation.Figures;
import org.assay.ratings.evaluation.Horizon;
import org.assay.ratings.evaluation.Outcomes;
import org.assay.ratings.evaluation.Period;
import org.assay.ratings.evaluation.SplitMix64;
import org.assay.ratings.evaluation.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceMetricsTest {

    private static final double BOOTSTRAP_TOLERANCE = 1e-6;

    @ParameterizedTest
    @EnumSource(Horizon.class)
    void every_figure_of_every_baseline_is_the_reference_s(Horizon horizon) {
        Reference reference = Reference.load();
        Outcomes outcomes = Outcomes.of(reference.panel, reference.universe, horizon, Period.DEVELOPMENT);
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (Map<String, String> row : Reference.rows("dev_metrics.csv")) {
            if (Integer.parseInt(Reference.field(row, "h")) != horizon.days()) {
                continue;
            }
            rows++;
            String label = Reference.field(row, "baseline");
            DailyScores scores = reference.judge.score(reference.grades(label), outcomes);
            Map<String, Double> ours = flat(Summary.of(scores, outcomes.universeReturns()));
            row.forEach((column, expected) -> {
                double tolerance = column.startsWith("ic_lo") || column.startsWith("ic_hi")
                        ? BOOTSTRAP_TOLERANCE
                        : Reference.TOLERANCE;
                Double value = ours.get(column);
                if (value != null && !Reference.agrees(value, expected, tolerance)) {
                    wrong.add(label + " " + column + " " + expected + ", ours " + value);
                }
            });
            assertThat(row.keySet()).containsAll(ours.keySet()).hasSize(ours.size() + 2);
        }

        assertThat(rows).isEqualTo(12);
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_day_is_the_reference_s() {
        Reference reference = Reference.load();
        Outcomes outcomes = Outcomes.of(reference.panel, reference.universe, Horizon.WEEK, Period.DEVELOPMENT);
        Map<String, DailyScores> scores = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        List<Map<String, String>> rows = Reference.rows("dev_daily_h7.csv");
        Map<String, Integer> next = new TreeMap<>();

        for (Map<String, String> row : rows) {
            String label = Reference.field(row, "baseline");
            DailyScores ours =
                    scores.computeIfAbsent(label, name -> reference.judge.score(reference.grades(name), outcomes));
            int i = next.merge(label, 1, Integer::sum) - 1;
            DailySeries spread = ours.spread();
            if (!ours.ic().day(i).equals(LocalDate.parse(Reference.field(row, "date")))
                    || !spread.day(i).equals(ours.ic().day(i))
                    || !Reference.agrees(ours.ic().value(i), Reference.field(row, "ic"), Reference.TOLERANCE)
                    || !Reference.agrees(spread.value(i), Reference.field(row, "spread"), Reference.TOLERANCE)) {
                wrong.add(row + ", ours " + ours.ic().value(i) + " and " + spread.value(i));
            }
        }

        assertThat(rows).hasSize(3366);
        assertThat(wrong).isEmpty();
        next.forEach((label, count) -> assertThat(scores.get(label))
                .satisfies(series ->
                        assertThat(series == null ? 0 : series.ic().size()).isEqualTo(count)));
    }

    @Test
    void random_starts_are_the_reference_s() throws IOException {
        String golden = Files.readString(ReferenceFolder.path("ratings/golden/splitmix64.json"));
        SplitMix64 random = new SplitMix64(20220101);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            starts.add(random.next(59));
        }

        assertThat(golden).contains("\"seed\": 20220101", "\"bound\": 59", "\"first8\": " + starts);
    }

    private static Map<String, Double> flat(Figures figures) {
        Map<String, Double> flat = new TreeMap<>();
        flat.put("days", (double) figures.days());
        flat.put("ic", figures.ic().mean());
        flat.put("t", figures.ic().t());
        flat.put("icir", figures.ic().ratio());
        flat.put("pos", figures.ic().positive());
        flat.put("ic_vn", figures.ic().volNeutral());
        flat.put("t_vn", figures.ic().volNeutralT());
        flat.put("spread", figures.spread().mean());
        flat.put("spread_t", figures.spread().t());
        flat.put("top_ew", figures.top().excess());
        flat.put("top_btc", figures.top().overBitcoin());
        flat.put("to_top", figures.turnover().top());
        flat.put("to_bot", figures.turnover().bottom());
        flat.put("net10", figures.spread().net10());
        flat.put("net30", figures.spread().net30());
        flat.put("hit", figures.hit());
        flat.put("mono", figures.deciles().monotonicity());
        flat.put("inv", (double) figures.deciles().inversions());
        flat.put("ic_lo", figures.ic().interval().low());
        flat.put("ic_hi", figures.ic().interval().high());
        for (int i = 0; i < 5; i++) {
            flat.put("q" + (i + 1), figures.quintiles().get(i));
        }
        return flat;
    }
}
