package org.assay.api.methodology;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assay.api.json.JsonDocuments;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** A model that has made ratings. */
@Introspected
@Schema(name = "RatingModel", description = "A model that has made ratings.")
public record RatingModel(
        @Schema(example = "2021.12-1") String version,

        @Schema(
                description =
                        "What it was trained on and how: hash and dates of the data, parameters, weights, scores.",
                example = "{\"panel.sha256\":\"9f2c\",\"panel.last-day\":\"2021-12-31\"}")
        Map<String, Object> provenance,

        @Schema(description = "What it looks at.") List<Input> inputs,

        @Schema(description = "When this installation first used it.", example = "2026-11-21T00:02:11.204Z")
        Instant loadedAt) {

    private static final TypeReference<List<Input>> INPUTS = new TypeReference<>() {};

    static RatingModel read(Columns row, JsonDocuments documents) {
        return new RatingModel(
                row.text("version"),
                documents.object(row.text("provenance")),
                documents.read(row.text("inputs"), INPUTS),
                row.time("loaded_at"));
    }

    /** One input of a model. */
    @Introspected
    @Schema(name = "ModelInput", description = "One input of a model.")
    public record Input(
            @Schema(example = "momentum_30") String id,

            @Schema(description = "Version of its definition.", example = "1")
            int version,

            @Schema(description = "What it speaks about.", example = "momentum")
            String group,

            @Schema(example = "close / close 30 days before - 1") @Nullable
            String definition,

            @Schema(example = "ratio") @Nullable String unit,

            @Schema(description = "Where its formula is from.", nullable = true, example = "ta4j") @Nullable
            String method,

            @Schema(
                    description = "Where its data are from.",
                    nullable = true,
                    example = "daily candles in USD over all venues: close")
            @Nullable
            String source,

            @Schema(description = "Days of history that it needs.", example = "31") @Nullable
            Integer warmUpDays) {}
}
