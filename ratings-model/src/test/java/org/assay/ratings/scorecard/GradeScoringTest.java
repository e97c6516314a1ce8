package org.assay.ratings.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assay.ratings.market.SyntheticMarket;
import org.assay.ratings.panel.Grid;
import org.junit.jupiter.api.Test;

class GradeScoringTest {

    private static final SyntheticMarket MARKET = SyntheticMarket.of(41, 40, 300);
    private static final ScorecardSettings SETTINGS = ScorecardSettings.defaults();

    @Test
    void buckets_recompute_from_the_single_outcomes() {
        GradeScoring scoring = scoring(MARKET);
        List<BucketRow> rows = scoring.buckets(50, 300, SETTINGS);
        assertThat(rows).hasSize(40);
        for (BucketRow row : rows) {
            List<GradeOutcome> outcomes = new ArrayList<>();
            scoring.outcomes(row.horizonDays(), 50, 300, outcome -> {
                if (outcome.grade() >= row.lower() && (outcome.grade() < row.upper() || row.upper() == 100)) {
                    outcomes.add(outcome);
                }
            });
            assertThat(row.outcomes()).isEqualTo(outcomes.size());
            if (!outcomes.isEmpty()) {
                double mean = outcomes.stream()
                        .mapToDouble(outcome -> outcome.exitPrice() / outcome.entryPrice() - 1)
                        .average()
                        .orElseThrow();
                assertThat(row.meanReturn()).isNotNull().isCloseTo(mean, within(1e-12));
                assertThat(row.netReturns().get(2)).isCloseTo(0.997 * 0.997 * (1 + mean) - 1, within(1e-12));
            }
        }
        for (int horizon : SETTINGS.horizons()) {
            double excess = rows.stream()
                    .filter(row -> row.horizonDays() == horizon && row.outcomes() > 0)
                    .mapToDouble(row -> row.outcomes() * Objects.requireNonNull(row.meanExcess()))
                    .sum();
            assertThat(excess).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void an_outcome_is_entered_the_day_after_and_marked_at_the_last_print() {
        double none = Double.NaN;
        Grid close = Grid.of(1, 8, new double[] {10, 11, 12, none, none, none, none, none});
        Grid grade = Grid.of(1, 8, new double[] {80, 80, 80, none, none, none, none, none});
        List<GradeOutcome> outcomes = new ArrayList<>();
        new GradeScoring(SyntheticMarket.FIRST_DAY, List.of("A"), close, grade).outcomes(3, 0, 8, outcomes::add);
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.getFirst().entryPrice()).isEqualTo(11);
        assertThat(outcomes.getFirst().exitPrice()).isEqualTo(12);
        assertThat(outcomes.getFirst().exitDay()).isEqualTo(SyntheticMarket.FIRST_DAY.plusDays(2));
        assertThat(outcomes.get(1).simpleReturn()).isZero();
    }

    @Test
    void a_misprint_makes_no_outcome() {
        Grid close = Grid.of(1, 6, new double[] {10, 10, 10_000, 10, 10, 10});
        Grid grade = Grid.of(1, 6, new double[] {50, 50, 50, 50, 50, 50});
        List<GradeOutcome> outcomes = new ArrayList<>();
        new GradeScoring(SyntheticMarket.FIRST_DAY, List.of("A"), close, grade).outcomes(1, 0, 6, outcomes::add);
        assertThat(outcomes).allMatch(outcome -> outcome.simpleReturn() == 0).hasSize(2);
    }

    @Test
    void later_prices_change_no_outcome_that_was_known() {
        List<GradeOutcome> before = new ArrayList<>();
        List<GradeOutcome> after = new ArrayList<>();
        scoring(MARKET.first(200)).outcomes(7, 0, 180, before::add);
        scoring(MARKET.scrambledFrom(200)).outcomes(7, 0, 180, after::add);
        assertThat(after).isEqualTo(before).isNotEmpty();
    }

    private static GradeScoring scoring(SyntheticMarket market) {
        return new GradeScoring(
                market.panel().firstDay(),
                market.panel().symbols(),
                market.panel().close(),
                market.grade());
    }
}
