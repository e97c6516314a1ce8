package org.assay.api.methodology;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.sql.Columns;

/** The model that the latest run of a cadence was made with. */
@Introspected
@Schema(name = "ModelInForce", description = "The model that the latest run of a cadence was made with.")
public record ModelInForce(
        @Schema(
                type = "string",
                allowableValues = {"daily", "hourly"},
                example = "daily")
        String cadence,

        @Schema(description = "Version of the model.", example = "2021.12-1")
        String model,

        @Schema(description = "How many tokens the run looked at.", example = "312")
        int tokens,

        @Schema(description = "How many of them it graded.", example = "241")
        int graded,

        @JsonUnwrapped Freshness freshness) {

    static ModelInForce read(Columns row, KnownBy knownBy) {
        Cadence cadence = row.text("cadence").equals(Cadence.DAILY.code()) ? Cadence.DAILY : Cadence.HOURLY;
        return new ModelInForce(
                cadence.code(),
                row.text("model"),
                row.integer("tokens"),
                row.integer("graded"),
                Freshness.read(row, cadence, knownBy));
    }

    ModelInForce ageless() {
        return new ModelInForce(cadence, model, tokens, graded, freshness.ageless());
    }
}
