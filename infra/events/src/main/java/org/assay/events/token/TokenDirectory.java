package org.assay.events.token;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tokens known to the installation, in order of importance, and what each venue's asset codes mean. Immutable.
 *
 * <p>A code resolves by the venue's explicit mapping first, then as a fiat currency, then by the symbol when exactly one
 * token carries it.
 */
public final class TokenDirectory {

    private final Map<String, Token> tokens;
    private final Map<String, List<Token>> bySymbol;
    private final Map<String, Map<String, String>> venueCodes;
    private final Map<String, String> fiat;

    private TokenDirectory(
            Map<String, Token> tokens, Map<String, Map<String, String>> venueCodes, Map<String, String> fiat) {
        this.tokens = tokens;
        this.bySymbol = tokens.values().stream().collect(groupingBy(Token::symbol));
        this.venueCodes = venueCodes;
        this.fiat = fiat;
    }

    /**
     * The directory that ships with the product.
     *
     * @throws IllegalStateException when its files contradict themselves, naming the entry
     */
    public static TokenDirectory bundled() {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Token> tokens = new LinkedHashMap<>();
        for (Token token : List.of(read(mapper, "tokens.json", Token[].class))) {
            if (tokens.putIfAbsent(token.id(), token) != null) {
                throw new IllegalStateException("Token id " + token.id() + " stands twice in tokens.json");
            }
        }
        Map<String, Map<String, String>> venueCodes = new TreeMap<>();
        read(mapper, "venue-symbols.json", JsonNode.class).properties().forEach(venue -> {
            Map<String, String> codes = new HashMap<>();
            venue.getValue().properties().forEach(code -> {
                String id = code.getValue().asText();
                if (!tokens.containsKey(id)) {
                    throw new IllegalStateException("venue-symbols.json maps " + venue.getKey() + " " + code.getKey()
                            + " to " + id + ", which is no token");
                }
                codes.put(code.getKey(), id);
            });
            venueCodes.put(venue.getKey(), Map.copyOf(codes));
        });
        Map<String, String> fiat = new HashMap<>();
        for (JsonNode currency : read(mapper, "fiat.json", JsonNode.class)) {
            String code = currency.get("code").asText();
            fiat.put(code, code);
            currency.path("aliases").forEach(alias -> fiat.put(alias.asText(), code));
        }
        return new TokenDirectory(tokens, venueCodes, Map.copyOf(fiat));
    }

    /**
     * This directory with further meanings of asset codes, which go before its own.
     *
     * @param codes token ids by asset code by venue
     * @throws IllegalArgumentException when one of them is no token's id
     */
    public TokenDirectory withVenueCodes(Map<String, Map<String, String>> codes) {
        Map<String, Map<String, String>> all = new TreeMap<>(venueCodes);
        codes.forEach((venue, more) -> {
            Map<String, String> merged = new HashMap<>(venueCodes.getOrDefault(venue, Map.of()));
            more.forEach((code, id) -> {
                if (!tokens.containsKey(id)) {
                    throw new IllegalArgumentException(
                            "The code " + code + " of " + venue + " cannot mean " + id + ", which is no token");
                }
                merged.put(code, id);
            });
            all.put(venue, Map.copyOf(merged));
        });
        return new TokenDirectory(tokens, all, fiat);
    }

    private static <T> T read(ObjectMapper mapper, String resource, Class<T> type) {
        try (InputStream in = TokenDirectory.class.getResourceAsStream(resource)) {
            return mapper.readValue(Objects.requireNonNull(in, resource), type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** All tokens, the most important first. */
    public List<Token> tokens() {
        return List.copyOf(tokens.values());
    }

    /** The token with this id. */
    public Optional<Token> find(String id) {
        return Optional.ofNullable(tokens.get(id));
    }

    /** The tokens whose symbol this is, the most important first; empty when there is none. */
    public List<Token> findBySymbol(String symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }

    /**
     * What an asset code means at a venue.
     *
     * @param venue lower-case venue id, for instance {@code kraken}
     * @param assetCode the code as the venue writes it, for instance {@code XBT}
     */
    public AssetResolution resolve(String venue, String assetCode) {
        String mapped = venueCodes.getOrDefault(venue, Map.of()).get(assetCode);
        if (mapped != null) {
            return new AssetResolution.Resolved(Objects.requireNonNull(tokens.get(mapped)));
        }
        String currency = fiat.get(assetCode);
        if (currency != null) {
            return new AssetResolution.Fiat(currency);
        }
        List<Token> candidates = findBySymbol(assetCode);
        return switch (candidates.size()) {
            case 0 -> new AssetResolution.Unknown();
            case 1 -> new AssetResolution.Resolved(candidates.getFirst());
            default -> new AssetResolution.Ambiguous(candidates);
        };
    }
}
