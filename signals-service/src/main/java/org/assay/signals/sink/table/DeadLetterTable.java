package org.assay.signals.sink.table;

import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.events.candle.Interval;
import org.assay.events.topic.Topic;
import org.assay.events.v1.DeadLetter;
import org.assay.signals.sink.SinkConfiguration;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;

/** Dead letters, up to so many of a venue and day: a venue that sends nothing else must not fill the disk. */
@Singleton
final class DeadLetterTable implements TableWriter<DeadLetter> {

    private static final ArrayInsert<SinkRecord<DeadLetter>> INSERT = new ArrayInsert<>(
            "dead_letter",
            List.of(
                    new Column.Int4<>("topic_partition", SinkRecord::partition),
                    new Column.Int8<>("topic_offset", SinkRecord::offset),
                    new Column.Text<>(
                            "venue", letter -> Words.storable(letter.message().getVenue())),
                    new Column.Text<>(
                            "code", letter -> Words.storable(letter.message().getCode())),
                    new Column.Text<>(
                            "reason", letter -> Words.storable(letter.message().getReason())),
                    new Column.Text<>(
                            "payload", letter -> Words.storable(letter.message().getPayload())),
                    new Column.Text<>(
                            "source_url",
                            letter -> Words.storable(letter.message().getSourceUrl())),
                    new Column.Time<>("received_at", letter -> letter.message().getReceivedAtUs())),
            "on conflict do nothing");

    private final int perDay;

    DeadLetterTable(SinkConfiguration settings) {
        this.perDay = settings.deadLettersPerDay();
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public Topic topic() {
        return Topic.DEAD_LETTERS;
    }

    @Override
    public Parser<DeadLetter> parser() {
        return DeadLetter.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(DeadLetter letter) {
        return Refusal.isPlausible(letter.getReceivedAtUs())
                ? Optional.empty()
                : Refusal.badTime("received_at_us", letter.getReceivedAtUs());
    }

    @Override
    public void prepare(List<SinkRecord<DeadLetter>> batch) {
        // Rows of this table need nothing but themselves.
    }

    private record VenueDay(String venue, long dayUs) {

        static VenueDay of(DeadLetter letter) {
            return new VenueDay(Words.storable(letter.getVenue()), Interval.D1.openOf(letter.getReceivedAtUs()));
        }
    }

    @Override
    public int write(Connection connection, List<SinkRecord<DeadLetter>> batch) throws SQLException {
        Map<VenueDay, Integer> stored = new HashMap<>();
        List<SinkRecord<DeadLetter>> kept = new ArrayList<>();
        for (SinkRecord<DeadLetter> letter : batch) {
            VenueDay day = VenueDay.of(letter.message());
            if (!stored.containsKey(day)) {
                stored.put(day, count(connection, day));
            }
            if (stored.merge(day, 1, Integer::sum) <= perDay) {
                kept.add(letter);
            }
        }
        return INSERT.execute(connection, kept);
    }

    private int count(Connection connection, VenueDay day) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select count(*) from dead_letter where venue = ?
                  and received_at >= timestamptz 'epoch' + ? * interval '1 microsecond'
                  and received_at < timestamptz 'epoch' + ? * interval '1 microsecond'""")) {
            query.setString(1, day.venue());
            query.setLong(2, day.dayUs());
            query.setLong(3, day.dayUs() + Interval.D1.micros());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }
}
