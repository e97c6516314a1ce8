package org.assay.simulator.universe;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.events.token.TokenDirectory;
import org.assay.simulator.path.FactorPath;

/** All markets of the simulation, in a fixed order, and what moves their prices. Immutable and safe for threads. */
public final class Universe {

    private final List<FactorPath> factors;
    private final List<AssetModel> models;
    private final List<Market> markets;
    private final Map<String, Market> byId;
    private final List<String> assetCodes;

    Universe(List<FactorPath> factors, List<AssetModel> models, List<Market> markets, List<String> assetCodes) {
        this.factors = List.copyOf(factors);
        this.models = List.copyOf(models);
        this.markets = List.copyOf(markets);
        this.byId = markets.stream().collect(Collectors.toUnmodifiableMap(Market::id, Function.identity()));
        this.assetCodes = List.copyOf(assetCodes);
    }

    /**
     * The markets of the first tokens of a directory, each on one to five venues, and the conversion markets.
     *
     * @param directory where the tokens come from
     * @param tokens how many of them; one that no venue could quote is passed over
     * @param seed the simulation's seed
     * @param epochDay the first day of the price paths, counted from 1970-01-01
     */
    public static Universe of(TokenDirectory directory, int tokens, long seed, long epochDay) {
        Map<String, Map<String, String>> ownCodes = AmbiguousSymbols.of(directory, tokens);
        return new UniverseBuilder(directory.withVenueCodes(ownCodes), seed, epochDay).build(tokens, written(ownCodes));
    }

    private static List<String> written(Map<String, Map<String, String>> codes) {
        return codes.entrySet().stream()
                .flatMap(venue -> venue.getValue().entrySet().stream()
                        .map(code -> venue.getKey() + ':' + code.getKey() + '=' + code.getValue()))
                .sorted()
                .toList();
    }

    /**
     * Symbols whose meaning at the simulated venues the directory does not say, as {@code venue:CODE=token-id}; who reads
     * the venues has to be told.
     */
    public List<String> assetCodes() {
        return assetCodes;
    }

    /** All markets; a market's index is its place here. */
    public List<Market> markets() {
        return markets;
    }

    /** The markets of a venue, by symbol. */
    public List<Market> markets(Venue venue) {
        return markets.stream()
                .filter(market -> market.venue() == venue)
                .sorted(Comparator.comparing(Market::symbol))
                .toList();
    }

    /** A market by its id, for instance {@code binance:ETHUSDT}. */
    public Optional<Market> find(String marketId) {
        return Optional.ofNullable(byId.get(marketId));
    }

    /** The price of an asset in US dollars when nothing has moved. */
    public double usualUsd(Market.Asset asset) {
        return models.get(asset.model()).basePrice();
    }

    List<FactorPath> factors() {
        return factors;
    }

    List<AssetModel> models() {
        return models;
    }
}
