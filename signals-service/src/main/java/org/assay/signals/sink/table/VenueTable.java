package org.assay.signals.sink.table;

import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assay.events.topic.Topic;
import org.assay.events.v1.VenueStatus;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;

/** The latest status of each venue. */
@Singleton
final class VenueTable implements TableWriter<VenueStatus> {

    // Names that are not the id with a capital letter.
    private static final Map<String, String> NAMES = Map.of("okx", "OKX");

    private static final ArrayInsert<VenueStatus> UPSERT = new ArrayInsert<>(
            "venue as v",
            List.of(
                    new Column.Text<>("id", VenueStatus::getVenue),
                    new Column.Text<>("name", status -> nameOf(status.getVenue())),
                    new Column.Text<>("state", status -> Words.of(status.getState(), "STATE_")),
                    new Column.Int4<>("streams", VenueStatus::getStreams),
                    new Column.Int4<>("stale_streams", VenueStatus::getStaleStreams),
                    new Column.Int4<>("markets", VenueStatus::getMarkets),
                    new Column.Int8<>("frames", VenueStatus::getFrames),
                    new Column.Int8<>("trades", VenueStatus::getTrades),
                    new Column.Int8<>("quotes", VenueStatus::getQuotes),
                    new Column.Int8<>("dead_letters", VenueStatus::getDeadLetters),
                    new Column.Int8<>("reconnects", VenueStatus::getReconnects),
                    new Column.Int8<>("open_gaps", VenueStatus::getOpenGaps),
                    new Column.OptionalTime<>(
                            "last_message_at",
                            status -> status.hasLastMessageAtUs() ? status.getLastMessageAtUs() : null),
                    new Column.Text<>("detail", status -> Words.storable(status.getDetail())),
                    new Column.Time<>("as_of", VenueStatus::getAtUs)),
            """
            on conflict (id) do update set
              name = excluded.name, state = excluded.state, streams = excluded.streams,
              stale_streams = excluded.stale_streams, markets = excluded.markets, frames = excluded.frames,
              trades = excluded.trades, quotes = excluded.quotes, dead_letters = excluded.dead_letters,
              reconnects = excluded.reconnects, open_gaps = excluded.open_gaps,
              last_message_at = excluded.last_message_at, detail = excluded.detail, as_of = excluded.as_of
            where v.as_of <= excluded.as_of""");

    @Override
    public String name() {
        return "venues";
    }

    @Override
    public Topic topic() {
        return Topic.VENUE_STATUS;
    }

    @Override
    public Parser<VenueStatus> parser() {
        return VenueStatus.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(VenueStatus status) {
        if (status.getVenue().isEmpty()) {
            return Refusal.missing("venue");
        }
        if (!Refusal.isPlausible(status.getAtUs())) {
            return Refusal.badTime("at_us", status.getAtUs());
        }
        return switch (status.getState()) {
            case STATE_CONNECTING, STATE_LIVE, STATE_DEGRADED, STATE_DOWN -> Optional.empty();
            case STATE_UNSPECIFIED, UNRECOGNIZED ->
                Refusal.unknownValue("state", status.getState().name());
        };
    }

    @Override
    public void prepare(List<SinkRecord<VenueStatus>> batch) {
        // Rows of this table need nothing but themselves.
    }

    @Override
    public int write(Connection connection, List<SinkRecord<VenueStatus>> batch) throws SQLException {
        return UPSERT.execute(
                connection,
                Newest.of(
                        batch.stream().map(SinkRecord::message).toList(),
                        VenueStatus::getVenue,
                        Comparator.comparingLong(VenueStatus::getAtUs)));
    }

    private static String nameOf(String venue) {
        String name = NAMES.get(venue);
        return name != null ? name : venue.substring(0, 1).toUpperCase(Locale.ROOT) + venue.substring(1);
    }
}
