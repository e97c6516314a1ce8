package org.assay.signals.sink.table;

import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Signal;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;

/** Signals, version by version. */
@Singleton
final class SignalTable implements TableWriter<Signal> {

    private static final VersionedInsert<Signal> INSERT = VersionedInsert.of(
            "signal",
            List.of(
                    new Column.Text<>("token", Signal::getToken),
                    new Column.Text<>("cadence", Signal::getCadence),
                    new Column.Time<>("valid_at", Signal::getValidAtUs)),
            List.of(
                    new Column.Text<>("model", Signal::getModel),
                    new Column.Int4<>("value", Signal::getValue),
                    new Column.Text<>("reason", signal -> Words.orNull(signal.getReason())),
                    new Column.Int4<>("previous", Signal::getPrevious),
                    new Column.Int4<>("held", Signal::getHeld),
                    new Column.Int4<>("missing", Signal::getMissing),
                    Figures.column("grade", Signal::hasGrade, Signal::getGrade),
                    Figures.column("trend", Signal::hasTrend, Signal::getTrend),
                    Figures.column("price", Signal::hasPrice, Signal::getPrice)),
            signal -> List.of(signal.getToken(), signal.getCadence(), signal.getValidAtUs()),
            Signal::getKnownAtUs,
            Signal::getDigest);

    @Override
    public String name() {
        return "signals";
    }

    @Override
    public Topic topic() {
        return Topic.SIGNALS;
    }

    @Override
    public Parser<Signal> parser() {
        return Signal.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(Signal signal) {
        return signal.getToken().isEmpty()
                ? Refusal.missing("token")
                : Refusal.ofTimes(signal.getValidAtUs(), signal.getKnownAtUs());
    }

    @Override
    public void prepare(List<SinkRecord<Signal>> batch) {
        // Rows of this table need nothing but themselves.
    }

    @Override
    public int write(Connection connection, List<SinkRecord<Signal>> batch) throws SQLException {
        return INSERT.execute(
                connection, batch.stream().map(SinkRecord::message).toList());
    }
}
