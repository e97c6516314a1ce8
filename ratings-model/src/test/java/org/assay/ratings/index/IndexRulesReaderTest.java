package org.assay.ratings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class IndexRulesReaderTest {

    private static final String MINIMAL = """
            id: small
            name: Small
            description: Two tokens.
            rank_by: market_cap
            count: 2
            weights: equal
            rebalance: daily
            """;

    @Test
    void what_is_left_out_has_a_stated_default() {
        assertThat(IndexRulesReader.read("small.yaml", MINIMAL))
                .isEqualTo(new IndexRules(
                        "small",
                        "Small",
                        "Two tokens.",
                        new Eligibility(null, null, null, null, null, null, null, Set.of(), Set.of()),
                        RankBy.MARKET_CAP,
                        2,
                        0,
                        2,
                        WeightScheme.EQUAL,
                        1,
                        Rebalance.DAILY,
                        null,
                        0,
                        7));
    }

    @Test
    void every_problem_is_named_at_once() {
        String yaml = """
                id: Small Caps
                name: Small
                description: Two tokens.
                eligibility:
                  min_volume: much
                  min_cap: 5
                  categories: defi
                rank_by: size
                count: 4
                buffer: 4
                weights: cap
                max_weight: 0.2
                rebalance: hourly
                cost_bps: 10
                """;

        assertThat(problems(yaml))
                .containsExactlyInAnyOrder(
                        "id is not made of lower-case words joined by hyphens: Small Caps",
                        "eligibility.min_volume is no number: much",
                        "eligibility.min_cap is unknown (known: categories, exclude, from_cap_rank, max_market_cap,"
                                + " min_grade, min_history_days, min_market_cap, min_volume, to_cap_rank)",
                        "eligibility.categories is no list: defi",
                        "rank_by is none of market_cap, trader_grade, investor_grade: size",
                        "buffer is not below count: 4 of 4",
                        "max_weight 0.2 cannot be kept by 4 tokens: it is below 1 / min_count",
                        "rebalance is none of daily, weekly, monthly, quarterly: hourly",
                        "cost_bps is unknown (known: bear_asset, buffer, cost_bp, count, description, eligibility, id,"
                                + " max_weight, min_count, name, no_price_days, rank_by, rebalance, weights)");
    }

    @Test
    void missing_keys_and_other_documents_are_named() {
        assertThat(problems("id: x\n"))
                .contains("name is missing", "count is missing")
                .anyMatch(problem -> problem.startsWith("weights is missing (one of cap,"));
        assertThat(problems("- a\n")).containsExactly("the document is no mapping");
        assertThat(problems("")).containsExactly("the document is no mapping");
        assertThat(problems("id: ["))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("no YAML: ");
        assertThat(problems(MINIMAL + "count: 3\n"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("duplicate key count");
        assertThat(problems(MINIMAL + "max_weight: .nan\n")).containsExactly("max_weight lies outside 0.0 to 1.0: NaN");
    }

    @Test
    void ranks_that_cannot_fill_the_index_are_refused() {
        assertThat(problems(MINIMAL + "eligibility:\n  from_cap_rank: 5\n  to_cap_rank: 5\n"))
                .containsExactly("eligibility leaves 1 ranks by capitalisation for min_count 2");
    }

    @Test
    void the_shipped_indices_are_sound_and_named_once() {
        List<IndexRules> all = ShippedIndices.all();
        assertThat(all).hasSize(12);
        assertThat(all.stream().map(IndexRules::id)).doesNotHaveDuplicates();
        Set<String> sectors = ShippedIndices.sectors().names();
        for (IndexRules rules : all) {
            assertThat(sectors).containsAll(rules.eligibility().categories());
        }
        assertThat(ShippedIndices.sectors().of("DASH")).containsExactlyInAnyOrder("payments", "privacy");
        assertThat(ShippedIndices.sectors().of("NO SUCH")).isEmpty();
    }

    @Test
    void a_sector_that_is_no_list_is_refused() {
        assertThatThrownBy(() -> SectorCatalogue.read("s.yaml", "defi: UNI\n"))
                .isInstanceOf(IndexRulesException.class)
                .hasMessage("s.yaml: defi is no list: UNI");
    }

    private static List<String> problems(String yaml) {
        try {
            IndexRulesReader.read("test.yaml", yaml);
        } catch (IndexRulesException e) {
            assertThat(e).hasMessageStartingWith("test.yaml: ");
            return e.problems();
        }
        throw new AssertionError("read without complaint");
    }
}
