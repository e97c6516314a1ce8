package org.assay.ratings.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Exclusion.Category;
import org.junit.jupiter.api.Test;

class UniverseTest {

    private static final UniverseRules SMALL = new UniverseRules(2, 3, 5, 100, 1000);
    private static final ExclusionList NOBODY = ExclusionList.of(List.of());

    private final List<String> symbols = List.of("A", "B", "C", "USDT");
    private final Grid close = filled(1);
    private final Grid volume = filled(500);
    private final Grid cap = filled(10);

    @Test
    void the_largest_are_taken_and_equals_by_symbol() {
        cap.set(2, 6, 20);

        assertThat(universe(NOBODY).members(5)).containsExactly(0, 1);
        assertThat(universe(NOBODY).members(6)).containsExactly(0, 2);
    }

    @Test
    void a_token_needs_a_history_and_no_gap_in_the_last_days() {
        close.set(0, 8, Double.NaN);
        Universe universe = universe(NOBODY);

        assertThat(universe.members(3)).isEmpty();
        assertThat(universe.contains(0, 7)).isTrue();
        assertThat(universe.contains(0, 8)).isFalse();
        assertThat(universe.contains(0, 10)).isFalse();
        assertThat(universe.contains(0, 11)).isTrue();
    }

    @Test
    void a_thin_market_is_left_out_and_an_unknown_volume_is_not() {
        fill(volume, 0, 99);
        fill(volume, 1, Double.NaN);

        assertThat(universe(NOBODY).members(15)).containsExactly(1, 2);
    }

    @Test
    void without_capitalisations_the_most_traded_fill_up() {
        fill(cap, 0, Double.NaN);
        fill(cap, 1, Double.NaN);
        fill(cap, 2, Double.NaN);
        fill(volume, 1, 5000);
        fill(volume, 2, 999);

        assertThat(universe(NOBODY).members(15)).containsExactly(1, 3);
    }

    @Test
    void an_excluded_token_is_never_a_member() {
        ExclusionList list = ExclusionList.of(List.of(new Exclusion("A", Category.STABLECOIN, "a dollar")));

        assertThat(universe(list).members(10)).containsExactly(1, 2);
    }

    @Test
    void the_protocol_s_list_gives_a_reason_for_each() {
        ExclusionList list = ExclusionList.ofProtocol();

        assertThat(list.all()).hasSize(86).allSatisfy(exclusion -> assertThat(exclusion.reason())
                .isNotBlank());
        assertThat(list.find("XAUt")).get().extracting(Exclusion::category).isEqualTo(Category.METAL);
        assertThat(list.find("CRD")).get().extracting(Exclusion::category).isEqualTo(Category.UNIT);
        assertThat(list.find("BTC")).isEmpty();
    }

    private Universe universe(ExclusionList exclusions) {
        Grid nothing = filled(Double.NaN);
        return Universe.of(
                new Panel(LocalDate.of(2020, 1, 1), 20, symbols, close, close, close, close, volume, cap, nothing),
                exclusions,
                SMALL);
    }

    private Grid filled(double value) {
        Grid grid = Grid.missing(4, 20);
        for (int token = 0; token < 4; token++) {
            fill(grid, token, value);
        }
        return grid;
    }

    private static void fill(Grid grid, int token, double value) {
        for (int day = 0; day < 20; day++) {
            grid.set(token, day, value);
        }
    }
}
