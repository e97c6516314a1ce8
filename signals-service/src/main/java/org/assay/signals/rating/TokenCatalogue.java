package org.assay.signals.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.ratings.index.Eligibility;
import org.assay.ratings.index.IndexRules;
import org.assay.ratings.index.SectorCatalogue;
import org.assay.ratings.index.ShippedIndices;
import org.assay.ratings.universe.Exclusion;
import org.assay.ratings.universe.Exclusion.Category;
import org.assay.ratings.universe.ExclusionList;
import org.jspecify.annotations.Nullable;

/**
 * What the model names by symbol, by token id: its panels here have token ids for symbols, since several tokens may share a
 * symbol. A symbol means the most important token of the directory that has it.
 */
public final class TokenCatalogue {

    private static final Map<String, String> BENCHMARKS = Map.of("bitcoin", "BTC", "ethereum", "ETH");

    private final TokenDirectory directory;
    private final ExclusionList exclusions;
    private final SectorCatalogue sectors;
    private final List<IndexRules> indices;

    public TokenCatalogue(TokenDirectory directory) {
        this.directory = directory;
        this.exclusions = exclusions(directory);
        this.sectors = sectors(directory);
        this.indices = ShippedIndices.all().stream().map(this::byId).toList();
    }

    /** Tokens that are never graded: what the directory says stands for something else, and the model's own list. */
    public ExclusionList exclusions() {
        return exclusions;
    }

    public SectorCatalogue sectors() {
        return sectors;
    }

    /** The rules of the indices. */
    public List<IndexRules> indices() {
        return indices;
    }

    /** The symbols of a panel as the market's figures know their benchmarks; only those are ever looked up. */
    public List<String> withBenchmarks(List<String> ids) {
        return ids.stream().map(id -> BENCHMARKS.getOrDefault(id, id)).toList();
    }

    private static ExclusionList exclusions(TokenDirectory directory) {
        ExclusionList protocol = ExclusionList.ofProtocol();
        List<Exclusion> all = new ArrayList<>();
        for (Token token : directory.tokens()) {
            Optional<Exclusion> listed = protocol.find(token.symbol())
                    .filter(_ -> isFirst(directory, token))
                    .map(found -> new Exclusion(token.id(), found.category(), found.reason()));
            if (token.stablecoin()) {
                all.add(new Exclusion(token.id(), Category.STABLECOIN, "stablecoin"));
            } else if (token.wrapped()) {
                all.add(new Exclusion(token.id(), Category.WRAPPED, "stands for " + token.wraps()));
            } else {
                listed.ifPresent(all::add);
            }
        }
        return ExclusionList.of(all);
    }

    private static boolean isFirst(TokenDirectory directory, Token token) {
        return directory.findBySymbol(token.symbol()).getFirst().id().equals(token.id());
    }

    private static SectorCatalogue sectors(TokenDirectory directory) {
        SectorCatalogue bySymbol = ShippedIndices.sectors();
        Map<String, List<String>> ids = new TreeMap<>();
        for (Token token : directory.tokens()) {
            if (isFirst(directory, token)) {
                for (String sector : bySymbol.of(token.symbol())) {
                    ids.computeIfAbsent(sector, _ -> new ArrayList<>()).add('"' + token.id() + '"');
                }
            }
        }
        StringBuilder yaml = new StringBuilder("{");
        ids.forEach((sector, tokens) -> yaml.append(yaml.length() > 1 ? ", " : "")
                .append(sector)
                .append(": [")
                .append(String.join(", ", tokens))
                .append(']'));
        return SectorCatalogue.read("sectors by token id", yaml.append('}').toString());
    }

    private IndexRules byId(IndexRules rules) {
        Eligibility limits = rules.eligibility();
        return new IndexRules(
                rules.id(),
                rules.name(),
                rules.description(),
                new Eligibility(
                        limits.minMarketCap(),
                        limits.maxMarketCap(),
                        limits.minVolume(),
                        limits.minHistoryDays(),
                        limits.minGrade(),
                        limits.fromCapRank(),
                        limits.toCapRank(),
                        limits.categories(),
                        limits.exclude().stream().map(this::id).collect(Collectors.toSet())),
                rules.rankBy(),
                rules.count(),
                rules.buffer(),
                rules.minCount(),
                rules.weights(),
                rules.maxWeight(),
                rules.rebalance(),
                idOrNull(rules.bearAsset()),
                rules.costBasisPoints(),
                rules.noPriceDays());
    }

    private @Nullable String idOrNull(@Nullable String symbol) {
        return symbol == null ? null : id(symbol);
    }

    private String id(String symbol) {
        List<Token> tokens = directory.findBySymbol(symbol);
        return tokens.isEmpty() ? symbol : tokens.getFirst().id();
    }
}
