package org.assay.api.market;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** A market as its venue lists it. */
@Introspected
@Schema(name = "Market", description = "A market as its venue lists it.")
public record Market(
        @Schema(description = "venue:symbol", example = "kraken:BTC/USD")
        String id,

        @Schema(example = "kraken") String venue,

        @Schema(description = "As the venue writes it.", example = "BTC/USD")
        String symbol,

        @Schema(description = "The venue's code of what is traded.", example = "BTC")
        String baseAsset,

        @Schema(description = "The venue's code of what is paid with.", example = "USD")
        String quoteAsset,

        @Schema(
                description = "Id of the token traded; null where the code is unknown or ambiguous.",
                nullable = true,
                example = "bitcoin")
        @Nullable
        String baseToken,

        @Schema(
                description = "Id of the token paid with, or fiat:CODE; null where the code is unknown or ambiguous.",
                nullable = true,
                example = "fiat:USD")
        @Nullable
        String quoteToken,

        @Schema(
                description = "Why a code could not be resolved; null when both could.",
                nullable = true,
                type = "string",
                allowableValues = {"unknown_base", "ambiguous_base", "unknown_quote", "ambiguous_quote"},
                example = "null")
        @Nullable
        String unresolvedReason,

        @Schema(
                type = "string",
                allowableValues = {"trading", "halted", "delisted"},
                example = "trading")
        String state,

        @Schema(description = "Whether this installation follows its trades.", example = "true")
        boolean streamed,

        @Schema(
                description = "Smallest step of the price; null where the venue does not say.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.1")
        @Nullable
        String priceIncrement,

        @Schema(
                description = "Smallest step of the amount; null where the venue does not say.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.00000001")
        @Nullable
        String amountIncrement,

        @Schema(description = "When the listing was last read.", example = "2026-11-21T12:00:00Z")
        Instant updatedAt) {

    static Market read(Columns row) {
        String venue = row.text("venue");
        String symbol = row.text("symbol");
        return new Market(
                venue + ":" + symbol,
                venue,
                symbol,
                row.text("base_asset"),
                row.text("quote_asset"),
                row.textOrNull("base_token"),
                row.textOrNull("quote_token"),
                row.textOrNull("unresolved_reason"),
                row.text("state"),
                row.flag("streamed"),
                row.decimalOrNull("price_increment"),
                row.decimalOrNull("amount_increment"),
                row.time("updated_at"));
    }
}
