package org.assay.api.token;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token by itself.
 *
 * @param markets how many markets trade it against anything, over all venues
 * @param venues the ids of the venues that list it, in order
 * @param contracts empty for a native coin
 * @param updatedAt when the directory's entry last changed
 */
@Introspected
@Schema(name = "Token", description = "A token by itself.")
public record TokenDetail(
        @Schema(description = "Slug, unique and never reused.", example = "usd-coin")
        String id,

        @Schema(description = "Ticker of today; several tokens may share one.", example = "USDC")
        String symbol,

        @Schema(example = "USDC") String name,

        @Schema(
                description =
                        "Place in the directory by importance, 1 first; null for a token that only a venue lists.",
                example = "7",
                nullable = true)
        @Nullable
        Integer rank,

        @Schema(description = "Kebab-case slugs.", example = "[\"stablecoin\"]")
        List<String> categories,

        @Schema(description = "Whether it is meant to hold a peg.", example = "true")
        boolean stablecoin,

        @Schema(description = "Currency code of a stablecoin's peg.", example = "USD", nullable = true) @Nullable
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

        @Schema(description = "Markets that trade it, over all venues.", example = "9")
        long markets,

        @Schema(description = "Venues that list it.", example = "[\"binance\",\"kraken\"]")
        List<String> venues,

        @Schema(description = "Where it lives; empty for a native coin.")
        List<Contract> contracts,

        @Schema(description = "When the entry last changed.", example = "2026-11-21T12:00:00Z")
        Instant updatedAt) {

    static TokenDetail of(TokenSummary token, List<String> venues, List<Contract> contracts, Instant updatedAt) {
        return new TokenDetail(
                token.id(),
                token.symbol(),
                token.name(),
                token.rank(),
                token.categories(),
                token.stablecoin(),
                token.peg(),
                token.wrapped(),
                token.wraps(),
                token.origin(),
                token.markets(),
                venues,
                contracts,
                updatedAt);
    }

    /** A token contract. */
    @Introspected
    @Schema(name = "Contract", description = "A token contract.")
    public record Contract(
            @Schema(description = "Slug of the chain.", example = "ethereum")
            String chain,

            @Schema(
                    description = "In the chain's customary spelling.",
                    example = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48")
            String address) {}
}
