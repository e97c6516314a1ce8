package org.assay.api.grade;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the grades in force. */
@Introspected
@Schema(name = "GradeListPage", description = "A page of the grades in force, one for each token.")
public record GradeListPage(
        @Schema(description = "In the order asked for.") List<LatestGrade> data,

        @Schema(
                description = "Value of the parameter cursor for the next page; null on the last page.",
                nullable = true,
                example = "null")
        @Nullable
        String nextCursor,

        @Schema(
                type = "string",
                allowableValues = {"trader", "investor"},
                example = "trader")
        String kind,

        @Schema(
                type = "string",
                allowableValues = {"daily", "hourly"},
                example = "daily")
        String cadence) {}
