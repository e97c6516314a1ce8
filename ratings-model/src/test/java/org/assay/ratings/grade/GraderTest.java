package org.assay.ratings.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.ratings.feature.RankTable;
import org.assay.ratings.model.GradeModel;
import org.assay.ratings.model.ModelFile;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.model.RatingsTraining;
import org.assay.ratings.model.Recipes;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;
import org.junit.jupiter.api.Test;

class GraderTest {

    private static final int DAYS = 700;
    private static final Panel PANEL = InventedPanel.of(60, DAYS, 5, true);
    private static final RatingsModel TRAINED = train(1);
    private static final RatingsModel MODEL = smoothed(TRAINED);
    private static final Grader GRADER = new Grader(MODEL);

    @Test
    void the_same_panel_and_seed_make_the_same_model_to_the_byte() {
        assertThat(ModelFile.write(train(1))).isEqualTo(ModelFile.write(TRAINED));
        assertThat(ModelFile.write(train(2))).isNotEqualTo(ModelFile.write(TRAINED));
    }

    @Test
    void a_range_a_single_day_and_a_panel_that_ends_there_give_the_same_grades() {
        List<DayGrades> range = GRADER.gradeRange(PANEL, 200, DAYS);

        for (int day : new int[] {200, 431, 599, DAYS - 1}) {
            Panel ended = InventedPanel.slice(PANEL, 0, day + 1);
            DayGrades alone = GRADER.grade(ended, day);

            assertThat(withoutSubScores(alone)).isEqualTo(withoutSubScores(range.get(day - 200)));
        }
    }

    @Test
    void a_day_in_a_range_has_the_parts_and_the_reasons_of_the_day_alone() {
        GradedRange range = GRADER.inFull(PANEL, 596, 600);

        for (int day = 596; day < 600; day++) {
            assertThat(range.days().get(day - 596)).isEqualTo(GRADER.grade(PANEL, day));
            assertThat(range.explanations(day))
                    .isEqualTo(GRADER.explained(PANEL, day).explanations());
        }
    }

    @Test
    void names_and_dates_leave_no_trace() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < PANEL.tokens(); i++) {
            names.add(String.format("X%03d", i));
        }
        Panel renamed = new Panel(
                PANEL.firstDay().minusDays(364),
                DAYS,
                names,
                PANEL.open(),
                PANEL.high(),
                PANEL.low(),
                PANEL.close(),
                PANEL.volume(),
                PANEL.marketCap(),
                PANEL.scope());

        DayGrades expected = GRADER.grade(PANEL, 640);
        DayGrades actual = GRADER.grade(renamed, 640);

        assertThat(actual.tokens()).hasSameSizeAs(expected.tokens());
        for (int k = 0; k < actual.tokens().size(); k++) {
            assertThat(actual.tokens().get(k).trader())
                    .isEqualTo(expected.tokens().get(k).trader());
            assertThat(actual.tokens().get(k).investor())
                    .isEqualTo(expected.tokens().get(k).investor());
        }
    }

    @Test
    void the_order_of_tokens_leaves_no_trace() {
        DayGrades expected = GRADER.grade(PANEL, 640);
        Map<String, TokenGrades> turned = new HashMap<>();
        Panel reversed = reversed(PANEL);
        for (TokenGrades token : GRADER.grade(reversed, 640).tokens()) {
            turned.put(PANEL.symbols().get(PANEL.tokens() - 1 - token.token()), token);
        }

        for (TokenGrades token : expected.tokens()) {
            TokenGrades other = turned.get(token.symbol());
            assertThat(other).isNotNull();
            if (other != null) {
                assertThat(other.trader()).isEqualTo(token.trader());
                assertThat(other.investor()).isEqualTo(token.investor());
            }
        }
    }

    @Test
    void an_explanation_leads_to_the_grade_by_its_own_numbers() {
        int day = 655;
        int explained = 0;
        for (TokenGrades token : GRADER.grade(PANEL, day).tokens()) {
            for (GradeKind kind : GradeKind.values()) {
                if (!(token.of(kind) instanceof GradeOutcome.Graded graded) || token.token() % 6 != 0) {
                    continue;
                }
                explained++;
                Explanation e = GRADER.explain(PANEL, day, token.symbol(), kind).orElseThrow();
                double sum = e.baseValue();
                for (Explanation.Input input : e.inputs()) {
                    sum += input.contribution();
                }
                assertThat(sum).isCloseTo(e.score(), within(1e-9));
                assertThat(place(e.referenceScores(), e.score())).isEqualTo(e.standing());
                double weighted = 0;
                double weights = 0;
                for (Explanation.PastStanding past : e.history()) {
                    weighted += past.weight() * past.standing();
                    weights += past.weight();
                }
                assertThat(weighted / weights).isEqualTo(e.smoothed());
                assertThat(100 * place(e.referenceSmoothed(), e.smoothed())).isEqualTo(e.grade());
                assertThat(e.grade()).isEqualTo(graded.grade());
                assertThat(e.score()).isEqualTo(graded.score());
            }
        }
        assertThat(explained).isGreaterThan(10);
    }

    @Test
    void a_token_without_a_grade_says_why() {
        Grid close = Grid.of(PANEL.tokens(), DAYS, PANEL.close().values().clone());
        for (int t = 0; t < DAYS; t++) {
            if (t < 600) {
                close.set(1, t, Double.NaN);
            }
            close.set(2, t, Double.NaN);
            if (t > 640) {
                close.set(6, t, Double.NaN);
            }
        }
        close.set(8, 645, Double.NaN);
        List<String> names = new ArrayList<>(PANEL.symbols());
        names.set(names.size() - 1, "USDT");
        Panel panel = new Panel(
                PANEL.firstDay(),
                DAYS,
                names,
                PANEL.open(),
                PANEL.high(),
                PANEL.low(),
                close,
                PANEL.volume(),
                PANEL.marketCap(),
                PANEL.scope());

        Map<String, GradeOutcome> outcomes = new HashMap<>();
        GRADER.grade(panel, 648).tokens().forEach(token -> outcomes.put(token.symbol(), token.trader()));

        assertThat(outcomes)
                .containsEntry("T001", new GradeOutcome.Ungraded(NoGradeReason.TOO_SHORT_HISTORY))
                .doesNotContainKey("T002")
                .containsEntry("T006", new GradeOutcome.Ungraded(NoGradeReason.NO_CLOSE_TODAY))
                .containsEntry("T008", new GradeOutcome.Ungraded(NoGradeReason.GAP_IN_LAST_7_DAYS))
                .containsEntry("USDT", new GradeOutcome.Ungraded(NoGradeReason.EXCLUDED));
        assertThat(GRADER.explain(panel, 648, "T008", GradeKind.TRADER)).isEmpty();
        assertThat(GRADER.explain(panel, 648, "NONE", GradeKind.TRADER)).isEmpty();
    }

    @Test
    void one_token_or_one_day_is_too_little_to_stand_among() {
        Panel lonely = InventedPanel.of(1, 300, 3, false);
        Panel brief = InventedPanel.slice(PANEL, 650, 651);

        assertThat(GRADER.grade(lonely, 299).tokens())
                .allSatisfy(token -> assertThat(token.trader()).isInstanceOf(GradeOutcome.Ungraded.class));
        assertThat(GRADER.grade(brief, 0).tokens()).allSatisfy(token -> assertThat(token.trader())
                .isEqualTo(new GradeOutcome.Ungraded(NoGradeReason.TOO_SHORT_HISTORY)));
    }

    @Test
    void a_planted_signal_is_found_in_days_the_model_has_not_seen() {
        double hits = 0;
        int days = 0;
        for (DayGrades day : new Grader(TRAINED).gradeRange(PANEL, 560, 690)) {
            double calm = 0;
            int count = 0;
            int index = PANEL.index(day.day());
            for (TokenGrades token : day.tokens()) {
                double before = PANEL.close().get(token.token(), index + 1);
                double after = PANEL.close().get(token.token(), index + 8);
                if (token.trader() instanceof GradeOutcome.Graded graded && before > 0 && after > 0) {
                    calm += (graded.grade() - 50) * Math.log(after / before);
                    count++;
                }
            }
            hits += count > 0 && calm > 0 ? 1 : 0;
            days++;
        }
        assertThat(hits / days).isGreaterThan(0.8);
    }

    private static double place(List<Double> values, double x) {
        double[] sorted = values.stream().mapToDouble(v -> v).toArray();
        return RankTable.place(sorted, sorted.length, x);
    }

    private static RatingsModel train(int seed) {
        Universe universe = Universe.of(PANEL);
        return new RatingsTraining(PANEL, "invented", universe::contains, Eligibility.of(PANEL))
                .train("test-1", Recipes.small(), LocalDate.of(2019, 1, 1).plusDays(555), seed);
    }

    /** The same model with smoothing, so that tests see all of a grade's parts. */
    private static RatingsModel smoothed(RatingsModel model) {
        GradeModel investor =
                new GradeModel(model.investor().features(), model.investor().scorer(), 5);
        return new RatingsModel(model.version(), model.trader(), investor, model.provenance());
    }

    private static List<Object> withoutSubScores(DayGrades day) {
        List<Object> all = new ArrayList<>();
        for (TokenGrades token : day.tokens()) {
            all.add(token.symbol());
            for (GradeKind kind : GradeKind.values()) {
                all.add(
                        token.of(kind) instanceof GradeOutcome.Graded g
                                ? List.of(g.grade(), g.score(), g.smoothed(), g.change24h(), g.momentum())
                                : token.of(kind));
            }
        }
        return all;
    }

    private static Panel reversed(Panel panel) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < panel.tokens(); i++) {
            names.add(String.format("R%03d", i));
        }
        return new Panel(
                panel.firstDay(),
                panel.days(),
                names,
                reversed(panel.open()),
                reversed(panel.high()),
                reversed(panel.low()),
                reversed(panel.close()),
                reversed(panel.volume()),
                reversed(panel.marketCap()),
                reversed(panel.scope()));
    }

    private static Grid reversed(Grid grid) {
        Grid result = Grid.missing(grid.tokens(), grid.days());
        for (int i = 0; i < grid.tokens(); i++) {
            for (int t = 0; t < grid.days(); t++) {
                result.set(grid.tokens() - 1 - i, t, grid.get(i, t));
            }
        }
        return result;
    }
}
