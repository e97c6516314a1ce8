package org.assay.api.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** An index with its rules and its latest level. */
@Introspected
@Schema(name = "Index", description = "An index with its rules and its latest level.")
public record IndexSummary(
        @Schema(example = "top-10") String id,

        @Schema(example = "Top 10") String name,

        @Schema(description = "What it is for.", example = "The ten largest tokens by market capitalisation.")
        String description,

        @Schema(description = "Hash of the rules in force.", example = "5f1c9e02")
        String version,

        @Schema(description = "The rules in force.") IndexRulebook rules,

        @JsonUnwrapped IndexState state,

        @Schema(description = "How many tokens it holds; null before it begins.", nullable = true, example = "10")
        @Nullable
        Integer holdings,

        @JsonProperty("return_1d")
        @Schema(
                name = "return_1d",
                description = "Level over that of a day before, less 1; null without both.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.0125")
        @Nullable
        String return1d,

        @JsonProperty("return_7d")
        @Schema(
                name = "return_7d",
                description = "Likewise over 7 days.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "-0.031")
        @Nullable
        String return7d,

        @JsonProperty("return_30d")
        @Schema(
                name = "return_30d",
                description = "Likewise over 30 days.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "null")
        @Nullable
        String return30d,

        @JsonUnwrapped Freshness freshness) {

    IndexSummary ageless() {
        return new IndexSummary(
                id,
                name,
                description,
                version,
                rules,
                state,
                holdings,
                return1d,
                return7d,
                return30d,
                freshness.ageless());
    }
}
