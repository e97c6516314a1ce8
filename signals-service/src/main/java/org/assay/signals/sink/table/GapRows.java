package org.assay.signals.sink.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.events.v1.Gap;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;

/** Gaps. The newest status stays: one that is closed never opens again, and a later closing replaces an earlier one. */
final class GapRows {

    // When the status was known. Among equals the later record replaces the earlier.
    private static final Comparator<Gap> BY_KNOWLEDGE = Comparator.<Gap, Boolean>comparing(GapRows::isClosed)
            .thenComparingLong(gap -> gap.hasClosedAtUs() ? gap.getClosedAtUs() : gap.getFoundAtUs());

    private static final ArrayInsert<Gap> UPSERT = new ArrayInsert<>(
            "gap as g",
            List.of(
                    new Column.Text<>("id", Gap::getGapId),
                    new Column.Text<>("venue", gap -> gap.getMarket().getVenue()),
                    new Column.Text<>("symbol", gap -> gap.getMarket().getSymbol()),
                    new Column.Text<>("channel", Gap::getChannel),
                    new Column.Text<>("cause", gap -> Words.of(gap.getCause(), "CAUSE_")),
                    new Column.Text<>("status", gap -> Words.of(gap.getStatus(), "STATUS_")),
                    new Column.Time<>("from_time", Gap::getFromUs),
                    new Column.OptionalTime<>("to_time", gap -> gap.hasToUs() ? gap.getToUs() : null),
                    new Column.Text<>("from_trade_id", gap -> Words.orNull(gap.getFromTradeId())),
                    new Column.Text<>("to_trade_id", gap -> Words.orNull(gap.getToTradeId())),
                    new Column.OptionalInt8<>("missing", gap -> gap.hasMissing() ? gap.getMissing() : null),
                    new Column.Time<>("found_at", Gap::getFoundAtUs),
                    new Column.OptionalTime<>("closed_at", gap -> gap.hasClosedAtUs() ? gap.getClosedAtUs() : null),
                    new Column.Int8<>("filled_trades", Gap::getFilledTrades),
                    new Column.Text<>("reason", gap -> Words.storable(gap.getReason()))),
            """
            on conflict (id) do update set
              status = excluded.status, from_time = excluded.from_time, to_time = excluded.to_time,
              from_trade_id = excluded.from_trade_id, to_trade_id = excluded.to_trade_id, missing = excluded.missing,
              found_at = excluded.found_at, closed_at = excluded.closed_at, filled_trades = excluded.filled_trades,
              reason = excluded.reason
            where (g.status <> 'open', coalesce(g.closed_at, g.found_at))
               <= (excluded.status <> 'open', coalesce(excluded.closed_at, excluded.found_at))""");

    private GapRows() {}

    static Optional<SinkFailure.Rejected> refusal(Gap gap) {
        if (gap.getGapId().isEmpty()) {
            return Refusal.missing("gap_id");
        }
        if (gap.getStatus() == Gap.Status.STATUS_UNSPECIFIED || gap.getStatus() == Gap.Status.UNRECOGNIZED) {
            return Refusal.unknownValue("status", gap.getStatus().name().toLowerCase(Locale.ROOT));
        }
        if (gap.getCause() == Gap.Cause.CAUSE_UNSPECIFIED || gap.getCause() == Gap.Cause.UNRECOGNIZED) {
            return Refusal.unknownValue("cause", gap.getCause().name().toLowerCase(Locale.ROOT));
        }
        if (!Refusal.isPlausible(gap.getFromUs())) {
            return Refusal.badTime("from_us", gap.getFromUs());
        }
        return Refusal.isPlausible(gap.getFoundAtUs())
                ? Optional.empty()
                : Refusal.badTime("found_at_us", gap.getFoundAtUs());
    }

    static int write(Connection connection, List<Gap> gaps) throws SQLException {
        return UPSERT.execute(connection, Newest.of(gaps, Gap::getGapId, BY_KNOWLEDGE));
    }

    private static boolean isClosed(Gap gap) {
        return gap.getStatus() != Gap.Status.STATUS_OPEN;
    }
}
