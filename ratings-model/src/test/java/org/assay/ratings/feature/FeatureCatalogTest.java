package org.assay.ratings.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.ratings.grade.InventedPanel;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;
import org.junit.jupiter.api.Test;

class FeatureCatalogTest {

    private static final int TOKENS = 25;
    private static final int DAYS = 520;
    private static final Panel PANEL = InventedPanel.of(TOKENS, DAYS, 11, false);
    private static final Universe UNIVERSE = Universe.of(PANEL);

    @Test
    void there_are_many_features_and_each_says_what_it_is() {
        List<Feature> features = FeatureCatalog.all();

        assertThat(features).hasSizeGreaterThan(100);
        assertThat(features).extracting(Feature::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9_]+"));
        assertThat(features).allSatisfy(feature -> {
            assertThat(feature.definition()).isNotBlank();
            assertThat(feature.source()).isNotBlank();
            assertThat(feature.unit()).isNotBlank();
            assertThat(feature.needs()).isNotEmpty();
            assertThat(feature.warmUpDays()).isBetween(0, 400);
            assertThat(feature.version()).isPositive();
        });
        assertThat(new HashSet<>(features.stream().map(Feature::group).toList()))
                .isEqualTo(Set.of(FeatureGroup.values()));
    }

    @Test
    void features_have_values_where_there_are_data_and_none_where_the_chain_is_unknown() {
        FeatureContext context = FeatureContext.of(PANEL, UNIVERSE::contains);
        int day = DAYS - 1;

        for (Feature feature : FeatureCatalog.all()) {
            Grid grid = feature.compute(context);
            int present = 0;
            for (int i = 0; i < TOKENS; i++) {
                present += grid.has(i, day) ? 1 : 0;
                assertThat(grid.get(i, day)).isNotInfinite();
            }
            if (feature.needs().contains(FeatureInput.CHAIN)) {
                assertThat(present).as(feature.id()).isZero();
            } else {
                assertThat(present).as(feature.id()).isGreaterThan(TOKENS / 2);
            }
        }
    }

    @Test
    void a_value_has_the_same_bits_without_later_days_and_with_no_more_history_than_its_warm_up() {
        FeatureContext whole = FeatureContext.of(PANEL, UNIVERSE::contains);
        int day = 480;
        for (Feature feature : FeatureCatalog.all()) {
            int from = day - feature.warmUpDays();
            Panel part = InventedPanel.slice(PANEL, from, day + 1);
            FeatureContext cut =
                    FeatureContext.from(part, (token, index) -> UNIVERSE.contains(token, index + from), day - from);

            Grid expected = feature.compute(whole);
            Grid actual = feature.compute(cut);

            for (int i = 0; i < TOKENS; i++) {
                assertThat(Double.valueOf(actual.get(i, day - from)))
                        .as("%s of token %d", feature.id(), i)
                        .isEqualTo(Double.valueOf(expected.get(i, day)));
            }
        }
    }

    @Test
    void chain_features_follow_the_chain() {
        Grid growing = Grid.missing(TOKENS, DAYS);
        for (int t = 0; t < DAYS; t++) {
            growing.set(0, t, 1000 * Math.exp(0.01 * t));
        }
        ChainData chain = new ChainData(growing, growing, growing, growing, growing);
        FeatureContext context = FeatureContext.of(PANEL, UNIVERSE::contains, chain);

        for (Feature feature : FeatureCatalog.all()) {
            if (feature.needs().contains(FeatureInput.CHAIN)) {
                Grid grid = feature.compute(context);
                assertThat(grid.has(0, 400)).as(feature.id()).isTrue();
                assertThat(grid.has(1, 400)).as(feature.id()).isFalse();
            }
        }
        Grid growth = new ActivityGrowth(ChainColumn.ACTIVE_ADDRESSES, 30).compute(context);
        assertThat(growth.get(0, 400)).isCloseTo(0.3, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void the_unit_of_a_price_does_not_matter_to_ranks() {
        int token = 4;
        Panel scaled = scaled(token, 1000);
        FeatureContext context = FeatureContext.of(PANEL, UNIVERSE::contains);
        FeatureContext other = FeatureContext.of(scaled, UNIVERSE::contains);
        Membership all = (i, t) -> PANEL.close().has(i, t);

        for (Feature feature : FeatureCatalog.all()) {
            RankTable expected = RankTable.of(List.of(feature.compute(context)), UNIVERSE::contains, all, 400, 440);
            RankTable actual = RankTable.of(List.of(feature.compute(other)), UNIVERSE::contains, all, 400, 440);
            for (int t = 400; t < 440; t++) {
                assertThat(actual.get(0, token, t))
                        .as("%s on day %d", feature.id(), t)
                        .isCloseTo(expected.get(0, token, t), org.assertj.core.api.Assertions.within(0.03));
            }
        }
    }

    /** One token's prices in another unit; capitalisation and volume in USD stay what they are. */
    private static Panel scaled(int token, double factor) {
        Grid[] prices = {copy(PANEL.open()), copy(PANEL.high()), copy(PANEL.low()), copy(PANEL.close())};
        for (Grid grid : prices) {
            for (int t = 0; t < DAYS; t++) {
                grid.set(token, t, grid.get(token, t) * factor);
            }
        }
        return new Panel(
                PANEL.firstDay(),
                DAYS,
                PANEL.symbols(),
                prices[0],
                prices[1],
                prices[2],
                prices[3],
                PANEL.volume(),
                PANEL.marketCap(),
                PANEL.scope());
    }

    private static Grid copy(Grid grid) {
        return Grid.of(grid.tokens(), grid.days(), grid.values().clone());
    }
}
