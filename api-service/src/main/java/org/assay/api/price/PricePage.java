package org.assay.api.price;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the answer of {@code /v1/prices}, for its description; {@link RenderedPrice} writes it.
 *
 * @param data in the order of the ids asked for
 * @param nextCursor always null: every answer is whole
 */
@Introspected
@Schema(name = "PricePage")
record PricePage(
        List<LatestPrice> data,
        @Schema(nullable = true) @Nullable String nextCursor) {

    /**
     * A token's latest price.
     *
     * @param id token id
     * @param usd null when there is no usable price; then reason says why
     * @param asOf time of the newest trade in it
     * @param ageMs milliseconds from as_of to this answer
     * @param stale true when there is no price or it is older than the limit of this installation
     * @param sources the markets looked at, used and left out
     * @param reason no_recent_trades, no_conversion_rate, no_market or no_price_yet; null when there is a price
     */
    @Introspected
    @Schema(name = "LatestPrice")
    record LatestPrice(
            @Schema(example = "bitcoin") String id,

            @Schema(implementation = String.class, format = "decimal", nullable = true, example = "97123.45") @Nullable
            String usd,

            @Schema(nullable = true) @Nullable Instant asOf,

            @Schema(nullable = true, example = "140") @Nullable
            Long ageMs,

            boolean stale,
            List<LatestSource> sources,
            @Schema(nullable = true) @Nullable String reason) {}

    /**
     * One market's part in a price.
     *
     * @param usd its price in USD; null when no conversion rate is known
     * @param weight its share, 0 to 1
     * @param conversionSource usd, reference_price or assumed_peg
     * @param excluded too_old, outlier or no_conversion_rate when left out; null when used
     */
    @Introspected
    @Schema(name = "LatestPriceSource")
    record LatestSource(
            String venue,
            String symbol,

            @Schema(implementation = String.class, format = "decimal", nullable = true) @Nullable
            String usd,

            @Schema(implementation = String.class, format = "decimal", nullable = true) @Nullable
            String weight,

            @Schema(nullable = true) @Nullable String conversionSource,
            @Schema(nullable = true) @Nullable String excluded) {}
}
