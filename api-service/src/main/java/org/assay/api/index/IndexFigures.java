package org.assay.api.index;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** How an index has done since it began, as of its newest level. */
@Introspected
@Schema(
        name = "IndexFigures",
        description = "How an index has done since it began, as of its newest level; after trading costs.")
public record IndexFigures(
        @Schema(description = "Those periods that the levels reach back to.")
        List<PeriodReturn> returns,

        @Schema(
                description =
                        "Sample standard deviation of the daily returns of the last 365 days times sqrt(365); null"
                                + " below 20 returns.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "0.61")
        @Nullable
        String volatility,

        @Schema(
                description = "Deepest fall of the level from its highest so far, 0 or negative; null before the index"
                        + " begins.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "-0.34")
        @Nullable
        String maxDrawdown,

        @Schema(
                description = "Newest level over the highest, less 1.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "-0.08")
        @Nullable
        String currentDrawdown,

        @Schema(
                description =
                        "Sum of the turnovers of all trades over the years since it began; null on its first day.",
                implementation = String.class,
                format = "decimal",
                nullable = true,
                example = "2.4")
        @Nullable
        String turnoverPerYear,

        @Schema(
                description = "Sum of the costs of all trades as shares of the level they were paid from.",
                implementation = String.class,
                format = "decimal",
                example = "0.0071")
        String costs,

        @Schema(description = "How many trades there were.", example = "14")
        long trades) {

    /** Reads all but the returns. */
    static IndexFigures read(Columns row) {
        return new IndexFigures(
                List.of(),
                row.realOrNull("volatility"),
                row.realOrNull("max_drawdown"),
                row.realOrNull("current_drawdown"),
                row.realOrNull("turnover_per_year"),
                row.real("costs"),
                row.bigint("trades"));
    }

    IndexFigures with(List<PeriodReturn> periodReturns) {
        return new IndexFigures(
                periodReturns, volatility, maxDrawdown, currentDrawdown, turnoverPerYear, costs, trades);
    }
}
