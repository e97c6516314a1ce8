package org.assay.ratings.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads an index's rules from YAML; {@code docs/methodology/indices.md} names the keys. */
public final class IndexRulesReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final double ANY = Double.MAX_VALUE;
    private static final int MOST_TOKENS = 10_000;
    private static final int DEFAULT_NO_PRICE_DAYS = 7;

    private IndexRulesReader() {}

    /**
     * Reads one document.
     *
     * @param source where it comes from, for messages
     * @param yaml the document
     * @throws IndexRulesException when it is no YAML, a key is unknown, missing or out of range, or the rules contradict
     *     each other
     */
    public static IndexRules read(String source, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document;
        try {
            document = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new IndexRulesException(source, List.of("no YAML: " + e.getMessage()));
        }
        if (!(document instanceof Map<?, ?> values)) {
            throw new IndexRulesException(source, List.of("the document is no mapping"));
        }
        List<String> problems = new ArrayList<>();
        IndexRules rules = rules(new RuleFields("", values, problems), problems);
        if (!problems.isEmpty()) {
            throw new IndexRulesException(source, problems);
        }
        return rules;
    }

    private static IndexRules rules(RuleFields fields, List<String> problems) {
        int count = fields.requiredWhole("count", 1, MOST_TOKENS);
        IndexRules rules = new IndexRules(
                fields.requiredText("id"),
                fields.requiredText("name"),
                fields.requiredText("description"),
                eligibility(fields.mapping("eligibility")),
                fields.choice("rank_by", RankBy.class),
                count,
                fields.whole("buffer", 0, MOST_TOKENS, 0),
                fields.whole("min_count", 1, MOST_TOKENS, count),
                fields.choice("weights", WeightScheme.class),
                fields.number("max_weight", 0, 1, 1),
                fields.choice("rebalance", Rebalance.class),
                fields.text("bear_asset"),
                fields.number("cost_bp", 0, 1000, 0),
                fields.whole("no_price_days", 0, 365, DEFAULT_NO_PRICE_DAYS));
        fields.refuseOthers();
        contradictions(rules, problems);
        return rules;
    }

    private static Eligibility eligibility(RuleFields fields) {
        Eligibility eligibility = new Eligibility(
                fields.number("min_market_cap", 0, ANY),
                fields.number("max_market_cap", 0, ANY),
                fields.number("min_volume", 0, ANY),
                fields.whole("min_history_days", 0, MOST_TOKENS),
                fields.number("min_grade", 0, 100),
                fields.whole("from_cap_rank", 1, MOST_TOKENS),
                fields.whole("to_cap_rank", 1, MOST_TOKENS),
                fields.texts("categories"),
                fields.texts("exclude"));
        fields.refuseOthers();
        return eligibility;
    }

    private static void contradictions(IndexRules rules, List<String> problems) {
        Eligibility limits = rules.eligibility();
        if (!rules.id().isEmpty() && !ID.matcher(rules.id()).matches()) {
            problems.add("id is not made of lower-case words joined by hyphens: " + rules.id());
        }
        if (rules.buffer() >= rules.count() && rules.buffer() > 0) {
            problems.add("buffer is not below count: " + rules.buffer() + " of " + rules.count());
        }
        if (rules.minCount() > rules.count()) {
            problems.add("min_count is above count: " + rules.minCount() + " of " + rules.count());
        }
        if (rules.maxWeight() * rules.minCount() < 1 - 1e-9) {
            problems.add("max_weight " + rules.maxWeight() + " cannot be kept by " + rules.minCount()
                    + " tokens: it is below 1 / min_count");
        }
        Double least = limits.minMarketCap();
        Double most = limits.maxMarketCap();
        if (least != null && most != null && least > most) {
            problems.add("eligibility.min_market_cap is above max_market_cap");
        }
        Integer from = limits.fromCapRank();
        Integer to = limits.toCapRank();
        if (to != null && to - (from == null ? 1 : from) + 1 < rules.minCount()) {
            problems.add("eligibility leaves " + Math.max(0, to - (from == null ? 1 : from) + 1)
                    + " ranks by capitalisation for min_count " + rules.minCount());
        }
    }
}
