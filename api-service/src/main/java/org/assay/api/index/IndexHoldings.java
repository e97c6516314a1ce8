package org.assay.api.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.assay.api.bitemporal.Freshness;

/** What an index holds after a day. */
@Introspected
@Schema(
        name = "IndexHoldings",
        description = "What an index holds after a day; the units times the prices sum to the level.")
public record IndexHoldings(
        @Schema(description = "Index id.", example = "top-10")
        String id,

        @JsonUnwrapped IndexState state,

        @Schema(description = "By token id; empty before the index begins.")
        List<IndexHolding> holdings,

        @JsonUnwrapped Freshness freshness) {

    IndexHoldings ageless() {
        return new IndexHoldings(id, state, holdings, freshness.ageless());
    }
}
