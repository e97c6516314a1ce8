package org.assay.ratings.index;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says of every candidate whether an index may hold it, and ranks those that it may. */
final class Screening {

    private static final Comparator<Standing> HIGHEST_FIRST = Comparator.comparingDouble(Standing::value)
            .reversed()
            .thenComparing(standing -> standing.candidate().symbol());

    private final IndexRules rules;

    Screening(IndexRules rules) {
        this.rules = rules;
    }

    /** Every candidate's standing, by symbol. */
    Map<String, Standing> standings(MarketSnapshot snapshot) {
        Map<String, Integer> capRanks = capRanks(snapshot);
        Map<String, Standing> standings = new TreeMap<>();
        for (Candidate candidate : snapshot.candidates().values()) {
            int capRank = capRanks.getOrDefault(candidate.symbol(), 0);
            @Nullable String refusal = refusal(candidate, capRank);
            Double value = refusal == null ? figure(candidate, rules.rankBy()) : null;
            standings.put(candidate.symbol(), new Standing(candidate, value == null ? Double.NaN : value, 0, refusal));
        }
        List<Standing> ordered = standings.values().stream()
                .filter(Standing::isEligible)
                .sorted(HIGHEST_FIRST)
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            Standing standing = ordered.get(i);
            standings.put(
                    standing.candidate().symbol(), new Standing(standing.candidate(), standing.value(), i + 1, null));
        }
        return Collections.unmodifiableMap(standings);
    }

    private static Map<String, Integer> capRanks(MarketSnapshot snapshot) {
        List<Candidate> ordered = snapshot.candidates().values().stream()
                .filter(candidate -> candidate.selectable() && candidate.marketCap() != null)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> orMissing(candidate.marketCap()))
                        .reversed()
                        .thenComparing(Candidate::symbol))
                .toList();
        Map<String, Integer> ranks = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            ranks.put(ordered.get(i).symbol(), i + 1);
        }
        return ranks;
    }

    private @Nullable String refusal(Candidate candidate, int capRank) {
        Eligibility limits = rules.eligibility();
        if (!candidate.selectable() || limits.exclude().contains(candidate.symbol())) {
            return "excluded";
        }
        if (candidate.close() == null) {
            return "no price";
        }
        if (!limits.categories().isEmpty() && Collections.disjoint(limits.categories(), candidate.categories())) {
            return "none of the categories";
        }
        if (figure(candidate, rules.rankBy()) == null || weightBase(candidate) == null) {
            return "no " + rules.rankBy().name().toLowerCase(Locale.ROOT) + " or no figure to weight by";
        }
        @Nullable String size = sizeRefusal(candidate, capRank);
        return size != null ? size : qualityRefusal(candidate);
    }

    private @Nullable String sizeRefusal(Candidate candidate, int capRank) {
        Eligibility limits = rules.eligibility();
        if (below(candidate.marketCap(), limits.minMarketCap())) {
            return "market capitalisation " + candidate.marketCap() + " below " + limits.minMarketCap();
        }
        Double most = limits.maxMarketCap();
        if (most != null && !(orMissing(candidate.marketCap()) <= most)) {
            return "market capitalisation " + candidate.marketCap() + " above " + most;
        }
        Integer from = limits.fromCapRank();
        Integer to = limits.toCapRank();
        boolean above = from != null && (capRank == 0 || capRank < from);
        boolean under = to != null && (capRank == 0 || capRank > to);
        return above || under ? "rank " + capRank + " by capitalisation outside " + from + " to " + to : null;
    }

    private @Nullable String qualityRefusal(Candidate candidate) {
        Eligibility limits = rules.eligibility();
        if (below(candidate.medianVolume(), limits.minVolume())) {
            return "median volume " + candidate.medianVolume() + " below " + limits.minVolume();
        }
        Integer history = limits.minHistoryDays();
        if (history != null && candidate.historyDays() < history) {
            return "history of " + candidate.historyDays() + " days below " + history;
        }
        Double grade = grade(candidate);
        return below(grade, limits.minGrade()) ? "grade " + grade + " below " + limits.minGrade() : null;
    }

    /** The figure that a constituent's weight is proportional to; absent when it is unknown. */
    @Nullable
    Double weightBase(Candidate candidate) {
        return switch (rules.weights()) {
            case EQUAL -> Double.valueOf(1);
            case CAP -> candidate.marketCap();
            case SQRT_CAP -> {
                Double cap = candidate.marketCap();
                yield cap == null ? null : Double.valueOf(Math.sqrt(cap));
            }
            case GRADE -> grade(candidate);
        };
    }

    private @Nullable Double grade(Candidate candidate) {
        return rules.rankBy() == RankBy.INVESTOR_GRADE ? candidate.investorGrade() : candidate.traderGrade();
    }

    private static @Nullable Double figure(Candidate candidate, RankBy rankBy) {
        return switch (rankBy) {
            case MARKET_CAP -> candidate.marketCap();
            case TRADER_GRADE -> candidate.traderGrade();
            case INVESTOR_GRADE -> candidate.investorGrade();
        };
    }

    /** Whether a limit is given and the figure does not reach it. */
    private static boolean below(@Nullable Double figure, @Nullable Double limit) {
        return limit != null && !(orMissing(figure) >= limit);
    }

    private static double orMissing(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
