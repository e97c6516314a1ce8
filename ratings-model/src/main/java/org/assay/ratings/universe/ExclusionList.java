package org.assay.ratings.universe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tokens that are never graded, by symbol, with the reason of each. */
public final class ExclusionList {

    private final Map<String, Exclusion> bySymbol;

    private ExclusionList(Map<String, Exclusion> bySymbol) {
        this.bySymbol = bySymbol;
    }

    /** The list of the evaluation protocol ({@code excluded.csv} beside this class). */
    public static ExclusionList ofProtocol() {
        try (InputStream in = ExclusionList.class.getResourceAsStream("excluded.csv")) {
            if (in == null) {
                throw new IllegalStateException("excluded.csv is not on the class path");
            }
            return of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(ExclusionList::exclusion)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of one's own. */
    public static ExclusionList of(List<Exclusion> exclusions) {
        Map<String, Exclusion> bySymbol = new LinkedHashMap<>();
        for (Exclusion exclusion : exclusions) {
            bySymbol.put(exclusion.symbol(), exclusion);
        }
        return new ExclusionList(bySymbol);
    }

    private static Exclusion exclusion(String line) {
        List<String> fields = List.of(line.split(",", 3));
        return new Exclusion(
                fields.get(0), Exclusion.Category.valueOf(fields.get(1).toUpperCase(Locale.ROOT)), fields.get(2));
    }

    /** Why a token is left out, if it is. */
    public Optional<Exclusion> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** All of them. */
    public List<Exclusion> all() {
        return List.copyOf(bySymbol.values());
    }
}
