package org.assay.signals.sink.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.events.topic.Topic;
import org.assay.events.v1.IndexChange;
import org.assay.events.v1.IndexDay;
import org.assay.events.v1.IndexHolding;
import org.assay.events.v1.IndexRebalance;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;

/** Days of indices, version by version: the level, and with it the day's holdings and trades. */
@Singleton
final class IndexTable implements TableWriter<IndexDay> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final VersionedInsert<IndexDay> LEVEL = VersionedInsert.of(
            "index_level",
            List.of(
                    new Column.Text<>("index_id", IndexDay::getIndexId),
                    new Column.Time<>("valid_at", IndexDay::getValidAtUs)),
            List.of(
                    Figures.column("level", IndexDay::hasLevel, IndexDay::getLevel),
                    new Column.Text<>("reason", day -> Words.orNull(day.getReason())),
                    new Column.Text<>("regime", IndexDay::getRegime),
                    new Column.Flag<>("defensive", IndexDay::getDefensive),
                    new Column.Int4<>("held_at_last_print", IndexDay::getHeldAtLastPrint)),
            day -> List.of(day.getIndexId(), day.getValidAtUs()),
            IndexDay::getKnownAtUs,
            IndexDay::getDigest);

    private static final ArrayInsert<IndexDay> HOLDINGS = new ArrayInsert<>(
            "index_holding",
            List.of(
                    new Column.Text<>("index_id", IndexDay::getIndexId),
                    new Column.Time<>("valid_at", IndexDay::getValidAtUs),
                    new Column.Time<>("known_at", IndexDay::getKnownAtUs),
                    new Column.Cast<>("holdings", "jsonb", IndexTable::holdings)),
            ofStoredVersions());

    private static final ArrayInsert<Trade> LEDGER = new ArrayInsert<>(
            "index_rebalance",
            List.of(
                    new Column.Text<>("index_id", trade -> trade.day().getIndexId()),
                    new Column.Time<>("valid_at", trade -> trade.day().getValidAtUs()),
                    new Column.Time<>("known_at", trade -> trade.day().getKnownAtUs()),
                    new Column.Int4<>("sequence", Trade::sequence),
                    new Column.Text<>("trigger", trade -> trade.record().getTrigger()),
                    new Column.Cast<>(
                            "decided_on", "date", trade -> date(trade.record().getDecidedOnDay())),
                    new Column.Cast<>(
                            "executed_on", "date", trade -> date(trade.record().getExecutedOnDay())),
                    Figures.column("level_before", trade -> trade.record().getLevelBefore()),
                    Figures.column("level_after", trade -> trade.record().getLevelAfter()),
                    Figures.column("turnover", trade -> trade.record().getTurnover()),
                    Figures.column("cost", trade -> trade.record().getCost()),
                    new Column.Cast<>("entries", "jsonb", trade -> entries(trade.record()))),
            ofStoredVersions());

    private record Trade(IndexDay day, int sequence, IndexRebalance record) {}

    private static String ofStoredVersions() {
        return """
                where exists (select 1 from index_level l where l.index_id = r.index_id
                  and l.valid_at = timestamptz 'epoch' + r.valid_at * interval '1 microsecond'
                  and l.known_at = timestamptz 'epoch' + r.known_at * interval '1 microsecond')
                on conflict do nothing""";
    }

    private static String date(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    private static String holdings(IndexDay day) {
        ArrayNode holdings = JSON.createArrayNode();
        for (IndexHolding holding : day.getHoldingsList()) {
            holdings.addObject()
                    .put("token", holding.getToken())
                    .put("units", holding.getUnits())
                    .put("price", holding.getPrice())
                    .put("priced_on", date(holding.getPricedOnDay()))
                    .put("weight", holding.getWeight());
        }
        return holdings.toString();
    }

    private static String entries(IndexRebalance trade) {
        ArrayNode entries = JSON.createArrayNode();
        for (IndexChange change : trade.getEntriesList()) {
            entries.addObject()
                    .put("token", change.getToken())
                    .put("old_units", change.getOldUnits())
                    .put("new_units", change.getNewUnits())
                    .put("old_weight", change.getOldWeight())
                    .put("new_weight", change.getNewWeight())
                    .put("price", change.getPrice())
                    .put("reason", change.getReason())
                    .put("text", change.getText());
        }
        return entries.toString();
    }

    @Override
    public String name() {
        return "indices";
    }

    @Override
    public Topic topic() {
        return Topic.INDICES;
    }

    @Override
    public Parser<IndexDay> parser() {
        return IndexDay.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(IndexDay day) {
        if (day.getIndexId().isEmpty()) {
            return Refusal.missing("index_id");
        }
        if (day.hasLevel() != day.getReason().isEmpty()) {
            return Refusal.missing("level, or the reason for none,");
        }
        return Refusal.ofTimes(day.getValidAtUs(), day.getKnownAtUs());
    }

    @Override
    public void prepare(List<SinkRecord<IndexDay>> batch) {
        // Rows of this table need nothing but themselves.
    }

    @Override
    public int write(Connection connection, List<SinkRecord<IndexDay>> batch) throws SQLException {
        List<IndexDay> days = batch.stream().map(SinkRecord::message).toList();
        List<Trade> trades = new ArrayList<>();
        for (IndexDay day : days) {
            for (int i = 0; i < day.getRebalancesCount(); i++) {
                trades.add(new Trade(day, i, day.getRebalances(i)));
            }
        }
        return LEVEL.execute(connection, days)
                + HOLDINGS.execute(connection, days)
                + LEDGER.execute(connection, trades);
    }
}
