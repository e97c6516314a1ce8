package org.assay.api.index;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tokens an index may hold; a limit that is null does not apply. */
@Introspected
@Schema(
        name = "IndexEligibility",
        description = "Which tokens an index may hold. A limit that is null does not apply; a token whose figure is"
                + " unknown fails a limit that is given.")
public record IndexEligibility(
        @Schema(
                description = "In USD.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "null")
        @Nullable
        BigDecimal minMarketCap,

        @Schema(
                description = "In USD.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "null")
        @Nullable
        BigDecimal maxMarketCap,

        @Schema(
                description = "Median of the values traded on 30 days, in USD.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "1000000")
        @Nullable
        BigDecimal minVolume,

        @Schema(description = "Days with a close so far.", nullable = true, example = "90") @Nullable
        Integer minHistoryDays,

        @Schema(
                description = "Of the grade that the index ranks by, 0 to 100.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "50")
        @Nullable
        BigDecimal minGrade,

        @Schema(description = "Best rank by capitalisation; 1 is the largest.", nullable = true, example = "51")
        @Nullable
        Integer fromCapRank,

        @Schema(description = "Worst rank by capitalisation.", nullable = true, example = "300") @Nullable
        Integer toCapRank,

        @Schema(description = "A token must have one of these; empty: any.", example = "[\"defi\"]")
        List<String> categories,

        @Schema(description = "Token ids that are never held.", example = "[]")
        List<String> exclude) {}
