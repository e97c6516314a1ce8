package org.assay.api.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** A page of an index's levels, and how it has done in all. */
@Introspected
@Schema(
        name = "IndexPerformancePage",
        description =
                "A page of an index's levels, and how it has done since it began; the times beside them are those of"
                        + " its newest level.")
public record IndexPerformancePage(
        @Schema(description = "In the order asked for.") List<IndexLevel> data,

        @Schema(
                description = "Value of the parameter cursor for the next page; null on the last page.",
                nullable = true,
                example = "null")
        @Nullable
        String nextCursor,

        @Schema(description = "Index id.", example = "top-10")
        String id,

        @Schema(description = "Over the whole life of the index, whatever part of it is asked for.")
        IndexFigures figures,

        @JsonUnwrapped Freshness freshness) {}
