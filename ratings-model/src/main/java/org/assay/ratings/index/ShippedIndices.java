package org.assay.ratings.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The indices that come with the product. */
public final class ShippedIndices {

    private static final List<String> IDS = List.of(
            "top-10",
            "top-30",
            "top-100",
            "trader",
            "investor",
            "moonshot",
            "sector-smart-contracts",
            "sector-defi",
            "sector-exchange",
            "sector-payments",
            "sector-privacy",
            "sector-games");

    private ShippedIndices() {}

    /** Their rules. */
    public static List<IndexRules> all() {
        return IDS.stream()
                .map(id -> IndexRulesReader.read("indices/" + id + ".yaml", text(id)))
                .toList();
    }

    /** The sectors that the sector indices go by. */
    public static SectorCatalogue sectors() {
        return SectorCatalogue.read("indices/sectors.yaml", text("sectors"));
    }

    private static String text(String name) {
        String path = "/org/assay/ratings/indices/" + name + ".yaml";
        try (InputStream in = ShippedIndices.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
