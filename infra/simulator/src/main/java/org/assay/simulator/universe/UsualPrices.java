package org.assay.simulator.universe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.assay.simulator.path.Hash;

/** The price in US dollars around which each token begins. Not money: the level of a random path. */
public final class UsualPrices {

    private final Map<String, double[]> entries;

    private UsualPrices(Map<String, double[]> entries) {
        this.entries = entries;
    }

    /** The list that comes with the simulator. */
    public static UsualPrices bundled() {
        Map<String, double[]> entries = new HashMap<>();
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            double volatility = cells.size() > 2 ? Double.parseDouble(cells.get(2)) : 0;
            entries.put(cells.getFirst(), new double[] {Double.parseDouble(cells.get(1)), volatility});
        }
        return new UsualPrices(entries);
    }

    private static List<String> lines() {
        try (InputStream in = UsualPrices.class.getResourceAsStream("usual-prices.csv")) {
            byte[] bytes = Objects.requireNonNull(in, "usual-prices.csv").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read usual-prices.csv", e);
        }
    }

    boolean knows(String tokenId) {
        return entries.containsKey(tokenId);
    }

    /** The price of a token; between 0.01 and 30 where it is not listed. */
    public double price(String tokenId) {
        double[] entry = entries.get(tokenId);
        return entry != null ? entry[0] : StrictMath.pow(10, -2 + 3.5 * Hash.unit(Hash.of(19, tokenId)));
    }

    /** The deviation of a day's return, for tokens that hardly move. */
    OptionalDouble quietVolatility(String tokenId) {
        double[] entry = entries.get(tokenId);
        return entry != null && entry[1] > 0 ? OptionalDouble.of(entry[1]) : OptionalDouble.empty();
    }
}
