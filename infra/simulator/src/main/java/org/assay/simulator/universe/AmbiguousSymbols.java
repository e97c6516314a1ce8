package org.assay.simulator.universe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.events.token.AssetResolution;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;

/** What the simulated venues mean by a symbol that several tokens carry and no real venue's list explains. */
final class AmbiguousSymbols {

    /** Where such a token is listed, the first that has no other meaning for its symbol. */
    private static final List<Venue> VENUES =
            List.of(Venue.OKX, Venue.BYBIT, Venue.KRAKEN, Venue.COINBASE, Venue.BINANCE);

    private AmbiguousSymbols() {}

    /** Token ids by symbol by venue, for those of the first tokens that no venue could name otherwise. */
    static Map<String, Map<String, String>> of(TokenDirectory directory, int tokens) {
        Map<String, Map<String, String>> codes = new TreeMap<>();
        directory.tokens().stream()
                .limit(tokens)
                .filter(token -> VENUES.stream().noneMatch(venue -> isNamed(directory, venue, token)))
                .forEach(token -> VENUES.stream()
                        .filter(venue -> isFree(directory, codes, venue, token.symbol()))
                        .findFirst()
                        .ifPresent(venue -> codes.computeIfAbsent(venue.id(), id -> new HashMap<>())
                                .put(token.symbol(), token.id())));
        return codes;
    }

    /** Whether the token's symbol means this token, and no other, at the venue. */
    static boolean isNamed(TokenDirectory directory, Venue venue, Token token) {
        return directory.resolve(venue.id(), token.symbol()) instanceof AssetResolution.Resolved(Token resolved)
                && resolved.id().equals(token.id());
    }

    private static boolean isFree(
            TokenDirectory directory, Map<String, Map<String, String>> codes, Venue venue, String symbol) {
        return directory.resolve(venue.id(), symbol) instanceof AssetResolution.Ambiguous
                && !codes.getOrDefault(venue.id(), Map.of()).containsKey(symbol);
    }
}
