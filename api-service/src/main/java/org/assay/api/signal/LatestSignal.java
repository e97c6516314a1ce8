package org.assay.api.signal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.assay.api.bitemporal.Freshness;

/** A token's signal in force. */
@Introspected
@Schema(name = "LatestSignal", description = "A token's signal in force.")
public record LatestSignal(
        @Schema(description = "Token id.", example = "ethereum")
        String id,

        @Schema(example = "ETH") String symbol,

        @Schema(example = "Ethereum") String name,

        @JsonUnwrapped Signal signal,

        @JsonUnwrapped Freshness freshness) {

    LatestSignal ageless() {
        return new LatestSignal(id, symbol, name, signal, freshness.ageless());
    }
}
