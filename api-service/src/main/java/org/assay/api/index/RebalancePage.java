package org.assay.api.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.assay.api.bitemporal.Freshness;
import org.jspecify.annotations.Nullable;

/** A page of an index's ledger. */
@Introspected
@Schema(
        name = "RebalancePage",
        description =
                "A page of an index's ledger, from which its levels recompute; the times beside it are those of the"
                        + " index's newest level.")
public record RebalancePage(
        @Schema(description = "In the order asked for.") List<Rebalance> data,

        @Schema(
                description = "Value of the parameter cursor for the next page; null on the last page.",
                nullable = true,
                example = "null")
        @Nullable
        String nextCursor,

        @Schema(description = "Index id.", example = "top-10")
        String id,

        @JsonUnwrapped Freshness freshness) {}
