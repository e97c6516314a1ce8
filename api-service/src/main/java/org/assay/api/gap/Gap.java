package org.assay.api.gap;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.api.sql.Columns;
import org.jspecify.annotations.Nullable;

/** A stretch of one stream in which trades may have been missed. */
@Introspected
@Schema(name = "Gap", description = "A stretch of one stream in which trades may have been missed.")
public record Gap(
        @Schema(example = "kraken:BTC/USD:trades:1795262400000000")
        String id,

        @Schema(example = "kraken") String venue,

        @Schema(description = "As the venue writes it.", example = "BTC/USD")
        String symbol,

        @Schema(description = "venue:symbol", example = "kraken:BTC/USD")
        String market,

        @Schema(example = "trades") String channel,

        @Schema(
                description = "How it was found: trade ids jumped, the connection was made again, nothing was heard, or"
                        + " the worker was away.",
                type = "string",
                allowableValues = {"sequence", "reconnect", "stale", "restart"},
                example = "reconnect")
        String cause,

        @Schema(
                description = "open; or how it ended: filled_by_trades (all missing trades were fetched),"
                        + " filled_by_candles (the venue's own candles replace the minutes touched), unfillable (see"
                        + " reason), empty (checked, no trade had happened).",
                type = "string",
                allowableValues = {"open", "filled_by_trades", "filled_by_candles", "unfillable", "empty"},
                example = "filled_by_trades")
        String status,

        @Schema(name = "from", description = "Begin of the stretch.", example = "2026-11-21T12:00:00Z")
        Instant from,

        @Schema(
                name = "to",
                description = "First moment after the stretch; null while the stream is down.",
                nullable = true,
                example = "2026-11-21T12:00:07.125Z")
        @Nullable
        Instant to,

        @Schema(description = "The last trade before; null where not known.", nullable = true, example = "81100211")
        @Nullable
        String fromTradeId,

        @Schema(description = "The first trade after; null where not known.", nullable = true, example = "81100240")
        @Nullable
        String toTradeId,

        @Schema(
                description = "How many trades are missing; null where the ids do not tell.",
                nullable = true,
                example = "28")
        @Nullable
        Long missing,

        @Schema(example = "2026-11-21T12:00:07.130Z") Instant foundAt,

        @Schema(description = "Null while open.", nullable = true, example = "2026-11-21T12:00:08.011Z") @Nullable
        Instant closedAt,

        @Schema(description = "Trades that the backfill brought.", example = "28")
        long filledTrades,

        @Schema(description = "Why it ended as it did; empty where the status says all.", example = "")
        String reason) {

    static Gap read(Columns row) {
        String venue = row.text("venue");
        String symbol = row.text("symbol");
        return new Gap(
                row.text("id"),
                venue,
                symbol,
                venue + ":" + symbol,
                row.text("channel"),
                row.text("cause"),
                row.text("status"),
                row.time("from_time"),
                row.timeOrNull("to_time"),
                row.textOrNull("from_trade_id"),
                row.textOrNull("to_trade_id"),
                row.bigintOrNull("missing"),
                row.time("found_at"),
                row.timeOrNull("closed_at"),
                row.bigint("filled_trades"),
                row.text("reason"));
    }
}
