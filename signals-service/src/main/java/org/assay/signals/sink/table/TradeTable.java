package org.assay.signals.sink.table;

import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Gap;
import org.assay.events.v1.Market;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Origin;
import org.assay.events.v1.Trade;
import org.assay.signals.sink.SinkConfiguration;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.partition.PartitionKeeper;
import org.assay.signals.sink.partition.PartitionedTable;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;

/** Trades and gaps, which share the topic of trades. A trade is stored once by its natural key. */
@Singleton
final class TradeTable implements TableWriter<MarketEvent> {

    private record Row(int market, Trade trade) {}

    private static final ArrayInsert<Row> INSERT = new ArrayInsert<>(
            "trade",
            List.of(
                    new Column.Int4<>("market_id", Row::market),
                    new Column.Time<>("event_time", row -> row.trade().getEventTimeUs()),
                    new Column.Text<>("trade_id", row -> row.trade().getTradeId()),
                    new Column.Time<>("received_at", row -> row.trade().getReceivedAtUs()),
                    new Column.Cast<>("price", "numeric", row -> row.trade().getPrice()),
                    new Column.Cast<>("amount", "numeric", row -> row.trade().getAmount()),
                    new Column.Cast<>("side", "\"char\"", row -> side(row.trade())),
                    new Column.Int4<>(
                            "executions", row -> Math.max(1, row.trade().getExecutions())),
                    new Column.Flag<>("backfilled", row -> row.trade().getOrigin() == Origin.ORIGIN_BACKFILL)),
            "on conflict do nothing");

    // Neighbours in the index follow one another, and all writers lock in one order.
    private static final Comparator<Row> INDEX_ORDER = Comparator.comparingInt(Row::market)
            .thenComparingLong(row -> row.trade().getEventTimeUs());

    private final PartitionKeeper partitions;
    private final boolean storeTrades;
    private final MarketKeys markets;

    TradeTable(DataSource database, PartitionKeeper partitions, SinkConfiguration settings) {
        this.partitions = partitions;
        this.storeTrades = settings.storeTrades();
        this.markets = new MarketKeys(database);
    }

    @Override
    public String name() {
        return "trades";
    }

    @Override
    public Topic topic() {
        return Topic.TRADES;
    }

    @Override
    public Parser<MarketEvent> parser() {
        return MarketEvent.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(MarketEvent event) {
        return switch (event.getEventCase()) {
            case TRADE -> refusal(event.getTrade());
            case GAP -> GapRows.refusal(event.getGap());
            // Candles of venues and ticks are for the topology; an event of a later version is nobody's fault.
            case VENUE_CANDLE, TICK, EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Optional<SinkFailure.Rejected> refusal(Trade trade) {
        Market market = trade.getMarket();
        if (market.getVenue().isEmpty() || market.getSymbol().isEmpty()) {
            return Refusal.missing("market");
        }
        if (!Words.isStorable(market.getVenue()) || !Words.isStorable(market.getSymbol())) {
            return Refusal.badText("market");
        }
        if (trade.getTradeId().isEmpty()) {
            return Refusal.missing("trade_id");
        }
        if (!Refusal.isPlausible(trade.getEventTimeUs())) {
            return Refusal.badTime("event_time_us", trade.getEventTimeUs());
        }
        return Optional.empty();
    }

    @Override
    public void prepare(List<SinkRecord<MarketEvent>> batch) throws SQLException {
        List<Trade> trades = trades(batch);
        partitions.ensure(PartitionedTable.TRADE, trades.stream().mapToLong(Trade::getEventTimeUs));
        markets.ensure(trades.stream().map(TradeTable::name));
    }

    @Override
    public int write(Connection connection, List<SinkRecord<MarketEvent>> batch) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (Trade trade : trades(batch)) {
            rows.add(new Row(markets.idOf(name(trade)), trade));
        }
        rows.sort(INDEX_ORDER);
        List<Gap> gaps = new ArrayList<>();
        for (SinkRecord<MarketEvent> record : batch) {
            if (record.message().hasGap()) {
                gaps.add(record.message().getGap());
            }
        }
        return INSERT.execute(connection, rows) + GapRows.write(connection, gaps);
    }

    private List<Trade> trades(List<SinkRecord<MarketEvent>> batch) {
        if (!storeTrades) {
            return List.of();
        }
        Predicate<Trade> kept = partitions
                .cutoffUs(PartitionedTable.TRADE)
                .<Predicate<Trade>>map(cutoff -> trade -> trade.getEventTimeUs() >= cutoff)
                .orElse(trade -> true);
        List<Trade> trades = new ArrayList<>(batch.size());
        for (SinkRecord<MarketEvent> record : batch) {
            if (record.message().hasTrade() && kept.test(record.message().getTrade())) {
                trades.add(record.message().getTrade());
            }
        }
        return trades;
    }

    private static MarketKeys.Name name(Trade trade) {
        return new MarketKeys.Name(
                trade.getMarket().getVenue(), trade.getMarket().getSymbol());
    }

    private static String side(Trade trade) {
        return switch (trade.getSide()) {
            case SIDE_BUY -> "b";
            case SIDE_SELL -> "s";
            case SIDE_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }
}
