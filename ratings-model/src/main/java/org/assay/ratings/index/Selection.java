package org.assay.ratings.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses constituents and their weights, and says why. */
final class Selection {

    private final IndexRules rules;
    private final Screening screening;

    Selection(IndexRules rules) {
        this.rules = rules;
        this.screening = new Screening(rules);
    }

    /** How many tokens could be chosen. */
    long eligible(MarketSnapshot snapshot) {
        return screening.standings(snapshot).values().stream()
                .filter(Standing::isEligible)
                .count();
    }

    /**
     * What a review makes of the holdings; empty when no token is eligible.
     *
     * @param held symbols held now
     * @param trigger what made the review
     */
    List<Target> targets(MarketSnapshot snapshot, Set<String> held, RebalanceTrigger trigger) {
        Map<String, Standing> standings = screening.standings(snapshot);
        Map<String, Double> weights = weights(chosen(standings, held));
        if (weights.isEmpty()) {
            return List.of();
        }
        Set<String> symbols = new TreeSet<>(held);
        symbols.addAll(weights.keySet());
        List<Target> targets = new ArrayList<>();
        for (String symbol : symbols) {
            @Nullable Standing standing = standings.get(symbol);
            Double weight = weights.get(symbol);
            targets.add(
                    weight == null
                            ? leaving(symbol, standing, trigger)
                            : staying(symbol, weight, standing, held.contains(symbol), trigger));
        }
        return targets;
    }

    private List<Standing> chosen(Map<String, Standing> standings, Set<String> held) {
        List<Standing> ranked = standings.values().stream()
                .filter(Standing::isEligible)
                .sorted(Comparator.comparingInt(Standing::rank))
                .toList();
        Map<String, Standing> chosen = new HashMap<>();
        take(chosen, ranked, standing -> standing.rank() <= rules.count() - rules.buffer());
        take(
                chosen,
                ranked,
                standing -> held.contains(standing.candidate().symbol())
                        && standing.rank() <= rules.count() + rules.buffer());
        take(chosen, ranked, standing -> true);
        return chosen.values().stream()
                .sorted(Comparator.comparing(standing -> standing.candidate().symbol()))
                .toList();
    }

    private void take(Map<String, Standing> chosen, List<Standing> ranked, Predicate<Standing> wanted) {
        for (Standing standing : ranked) {
            if (chosen.size() < rules.count() && wanted.test(standing)) {
                chosen.put(standing.candidate().symbol(), standing);
            }
        }
    }

    private Map<String, Double> weights(List<Standing> chosen) {
        if (chosen.isEmpty()) {
            return Map.of();
        }
        double[] raw = new double[chosen.size()];
        for (int i = 0; i < raw.length; i++) {
            Double base = screening.weightBase(chosen.get(i).candidate());
            raw[i] = base == null ? 0 : base;
        }
        double[] weights = WeightCap.apply(raw, rules.maxWeight());
        Map<String, Double> bySymbol = new TreeMap<>();
        for (int i = 0; i < raw.length; i++) {
            bySymbol.put(chosen.get(i).candidate().symbol(), weights[i]);
        }
        return bySymbol;
    }

    private Target staying(
            String symbol, double weight, @Nullable Standing standing, boolean held, RebalanceTrigger trigger) {
        String rank = standing == null
                ? ""
                : "rank " + standing.rank() + " by " + rules.rankBy().name().toLowerCase(Locale.ROOT);
        if (trigger == RebalanceTrigger.INCEPTION) {
            return new Target(symbol, weight, ChangeReason.INCEPTION, rank);
        }
        return new Target(symbol, weight, held ? ChangeReason.REWEIGHTED : ChangeReason.ENTERED, rank);
    }

    private Target leaving(String symbol, @Nullable Standing standing, RebalanceTrigger trigger) {
        if (symbol.equals(rules.reserve())) {
            return trigger == RebalanceTrigger.BEAR_ENDED
                    ? new Target(symbol, 0, ChangeReason.BEAR_ENDED, "the bear market ended")
                    : new Target(symbol, 0, ChangeReason.REWEIGHTED, "the reserve is invested");
        }
        if (standing == null) {
            return new Target(symbol, 0, ChangeReason.NOT_ELIGIBLE, "unknown on the day of the review");
        }
        String refusal = standing.refusal();
        return refusal == null
                ? new Target(
                        symbol,
                        0,
                        ChangeReason.LEFT_RANK,
                        "rank " + standing.rank() + " beyond " + rules.count() + " and a buffer of " + rules.buffer())
                : new Target(symbol, 0, ChangeReason.NOT_ELIGIBLE, refusal);
    }
}
