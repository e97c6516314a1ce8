package org.assay.api.token;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/**
 * A token in a list.
 *
 * @param markets how many markets trade it against anything, over all venues
 */
@Introspected
@Schema(name = "TokenSummary", description = "A token in a list.")
public record TokenSummary(
        @Schema(description = "Slug, unique and never reused.", example = "bitcoin")
        String id,

        @Schema(description = "Ticker of today; several tokens may share one.", example = "BTC")
        String symbol,

        @Schema(example = "Bitcoin") String name,

        @Schema(
                description =
                        "Place in the directory by importance, 1 first; null for a token that only a venue lists.",
                example = "1",
                nullable = true)
        @Nullable
        Integer rank,

        @Schema(description = "Kebab-case slugs.", example = "[\"layer-1\",\"proof-of-work\"]")
        List<String> categories,

        @Schema(description = "Whether it is meant to hold a peg.", example = "false")
        boolean stablecoin,

        @Schema(description = "Currency code of a stablecoin's peg.", example = "null", nullable = true) @Nullable
        String peg,

        @Schema(description = "Whether it stands for another token.", example = "false")
        boolean wrapped,

        @Schema(description = "Id of the token it stands for.", example = "null", nullable = true) @Nullable
        String wraps,

        @Schema(
                description = "Where it is known from: the directory, or one venue's instrument list only.",
                type = "string",
                allowableValues = {"directory", "venue"},
                example = "directory")
        String origin,

        @Schema(description = "Markets that trade it, over all venues.", example = "14")
        long markets) {

    static TokenSummary read(Columns row) {
        return new TokenSummary(
                row.text("id"),
                row.text("symbol"),
                row.text("name"),
                row.integerOrNull("rank"),
                row.texts("categories"),
                row.flag("stablecoin"),
                row.textOrNull("peg"),
                row.flag("wrapped"),
                row.textOrNull("wraps"),
                row.text("origin"),
                row.bigint("markets"));
    }
}
