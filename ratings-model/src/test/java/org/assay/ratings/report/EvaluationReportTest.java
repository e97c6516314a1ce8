package org.assay.ratings.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assay.ratings.evaluation.Horizon;
import org.assay.ratings.evaluation.Period;
import org.assay.ratings.panel.Finding;
import org.assay.ratings.panel.GradeTable;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.PanelException;
import org.assay.ratings.panel.PanelReport;
import org.assay.ratings.reference.SyntheticPanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {

    private final SyntheticPanel market = new SyntheticPanel(60, 500, 0.1, 5);

    private final PanelReport reading = new PanelReport(
            List.of(new PanelReport.Source("market.csv", 30_000, "00ff")),
            List.of(new Finding(Finding.Kind.GAP, 3, List.of("A<B 2020-01-01"))));

    @TempDir
    Path folder;

    @Test
    void the_report_names_every_figure_and_is_the_same_each_time() {
        EvaluationReport report = report();

        assertThat(report.verdicts()).hasSize(2);
        assertThat(report.json())
                .contains("\"protocol\": 1", "\"h\": 7", "\"period\": \"dev\"", "\"grade\": \"trader_grade\"")
                .contains("\"ic\"", "\"ic_ci\"", "\"ic_vn\"", "\"net30\"", "\"alpha_t\"", "\"d_spread\"", "\"by_year\"")
                .contains("\"fixed_buckets\"", "\"coverage\": 1.0", "\"ic_haircut_50\"", "\"baseline_range14_low\"")
                .doesNotContain("NaN", "Infinity")
                .isEqualTo(report().json());
    }

    @Test
    void the_page_needs_nothing_from_elsewhere() {
        String page = report().html();

        assertThat(page)
                .contains("<svg", "IC by year", "Calibration", "market.csv: 30,000 rows", "A&lt;B")
                .doesNotContain("http", "src=", "href=", "NaN");
        assertThat(page).isEqualTo(report().html());
    }

    @Test
    void too_few_tokens_have_no_verdict() {
        SyntheticPanel few = new SyntheticPanel(1, 500, 0, 6);
        List<String> said = new ArrayList<>();

        assertThat(new Evaluator(few.panel, said::add)
                        .judge("grade", few.signal, List.of(Horizon.DAY), List.of(Period.DEVELOPMENT)))
                .isEmpty();
        assertThat(said).containsExactly("grade, 1 d, dev: no day can be judged");
    }

    @Test
    void grades_are_read_onto_the_calendar() throws IOException {
        Path file = Files.writeString(folder.resolve("grades.csv"), """
                symbol,date,investor_grade,trader_grade
                BTC,2016-09-02,,70.5
                BTC,2010-09-02,1,2
                NONE,2016-09-02,1,2
                """);
        GradeTable table = GradeTable.read(file, market.panel, List.of("trader_grade", "investor_grade", "grade"));

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.unplaced()).isEqualTo(2);
        assertThat(table.columns()).containsOnlyKeys("trader_grade", "investor_grade");
        assertThat(table.columns()).extractingByKey("trader_grade").satisfies(grid -> assertThat(
                        grid.get(market.panel.token("BTC"), 1))
                .isEqualTo(70.5));
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "symbol,date,grade\nBTC,2016-09-02,ten\n");
        assertThatThrownBy(() -> GradeTable.read(wrong, market.panel, List.of("grade")))
                .isInstanceOf(PanelException.class)
                .hasMessage("wrong.csv, row 2: 'ten' is no number");
    }

    private EvaluationReport report() {
        double[] grades = market.signal.values().clone();
        for (int i = 0; i < grades.length; i++) {
            grades[i] = Math.clamp(50 + 20 * grades[i], 0, 100);
        }
        List<Verdict> verdicts = new Evaluator(market.panel, line -> {})
                .judge(
                        "trader_grade",
                        Grid.of(60, 500, grades),
                        List.of(Horizon.DAY, Horizon.WEEK),
                        List.of(Period.DEVELOPMENT));
        return new EvaluationReport(market.panel, reading, "a made-up signal", verdicts);
    }
}
