package org.assay.signals.sink.table;

import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.events.candle.Interval;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Candle;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.partition.PartitionKeeper;
import org.assay.signals.sink.partition.PartitionedTable;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;
import org.jspecify.annotations.Nullable;

/** Candles of markets and of tokens. A row is replaced only by a newer version: by revision, then by time of knowledge. */
@Singleton
final class CandleTable implements TableWriter<Candle> {

    private static final Comparator<Candle> BY_VERSION =
            Comparator.comparingInt(Candle::getRevision).thenComparingLong(Candle::getKnownAtUs);

    private static final ArrayInsert<Candle> MARKET_UPSERT = new ArrayInsert<>(
            "market_candle as c",
            columns(List.of(
                    new Column.Text<>("venue", Candle::getVenue), new Column.Text<>("symbol", Candle::getSymbol))),
            unlessOlder("venue, symbol, interval, open_time"));

    private static final ArrayInsert<Candle> TOKEN_UPSERT = new ArrayInsert<>(
            "token_candle as c",
            columns(List.of(new Column.Text<>("token", Candle::getToken))),
            unlessOlder("token, interval, open_time"));

    private final PartitionKeeper partitions;

    CandleTable(PartitionKeeper partitions) {
        this.partitions = partitions;
    }

    private static List<Column<Candle>> columns(List<Column<Candle>> key) {
        List<Column<Candle>> columns = new ArrayList<>(key);
        columns.addAll(List.of(
                new Column.Text<>("interval", Candle::getInterval),
                new Column.Time<>("open_time", Candle::getOpenTimeUs),
                new Column.Cast<>("open", "numeric", candle -> candle.hasOpen() ? candle.getOpen() : null),
                new Column.Cast<>("high", "numeric", candle -> candle.hasHigh() ? candle.getHigh() : null),
                new Column.Cast<>("low", "numeric", candle -> candle.hasLow() ? candle.getLow() : null),
                new Column.Cast<>("close", "numeric", candle -> candle.hasClose() ? candle.getClose() : null),
                new Column.Cast<>("volume", "numeric", Candle::getVolume),
                new Column.Cast<>(
                        "quote_volume", "numeric", candle -> candle.hasQuoteVolume() ? candle.getQuoteVolume() : null),
                new Column.OptionalInt8<>("trades", CandleTable::tradesOf),
                new Column.Flag<>("closed", Candle::getClosed),
                new Column.Flag<>("complete", Candle::getComplete),
                new Column.Int4<>("revision", Candle::getRevision),
                new Column.Text<>("source", candle -> Words.of(candle.getSource(), "SOURCE_")),
                new Column.Time<>("known_at", Candle::getKnownAtUs)));
        return columns;
    }

    private static String unlessOlder(String key) {
        return """
                on conflict (%s) do update set
                  open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                  volume = excluded.volume, quote_volume = excluded.quote_volume, trades = excluded.trades,
                  closed = excluded.closed, complete = excluded.complete, revision = excluded.revision,
                  source = excluded.source, known_at = excluded.known_at
                where (c.revision, c.known_at) < (excluded.revision, excluded.known_at)""".formatted(key);
    }

    @Override
    public String name() {
        return "candles";
    }

    @Override
    public Topic topic() {
        return Topic.CANDLES;
    }

    @Override
    public Parser<Candle> parser() {
        return Candle.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(Candle candle) {
        boolean ofMarket = !candle.getVenue().isEmpty() && !candle.getSymbol().isEmpty();
        if (ofMarket == !candle.getToken().isEmpty()) {
            return Refusal.unknownValue("market or token", ofMarket ? "both" : "none");
        }
        if (Interval.ofCode(candle.getInterval()).isEmpty()) {
            return Refusal.unknownValue("interval", candle.getInterval());
        }
        if (!Refusal.isPlausible(candle.getOpenTimeUs())) {
            return Refusal.badTime("open_time_us", candle.getOpenTimeUs());
        }
        return switch (candle.getSource()) {
            case SOURCE_TRADES, SOURCE_VENUE, SOURCE_MIXED -> Optional.empty();
            case SOURCE_UNSPECIFIED, UNRECOGNIZED ->
                Refusal.unknownValue("source", candle.getSource().name());
        };
    }

    @Override
    public void prepare(List<SinkRecord<Candle>> batch) throws SQLException {
        Map<Interval, List<Candle>> ofMarkets = new EnumMap<>(Interval.class);
        Map<Interval, List<Candle>> ofTokens = new EnumMap<>(Interval.class);
        for (SinkRecord<Candle> record : batch) {
            Candle candle = record.message();
            (isOfMarket(candle) ? ofMarkets : ofTokens)
                    .computeIfAbsent(interval(candle), interval -> new ArrayList<>())
                    .add(candle);
        }
        for (var entry : ofMarkets.entrySet()) {
            ensure(PartitionedTable.marketCandles(entry.getKey()), entry.getValue());
        }
        for (var entry : ofTokens.entrySet()) {
            ensure(PartitionedTable.tokenCandles(entry.getKey()), entry.getValue());
        }
    }

    private void ensure(PartitionedTable table, List<Candle> candles) throws SQLException {
        long cutoff = partitions.cutoffUs(table).orElse(Long.MIN_VALUE);
        partitions.ensure(
                table, candles.stream().mapToLong(Candle::getOpenTimeUs).filter(time -> time >= cutoff));
    }

    @Override
    public int write(Connection connection, List<SinkRecord<Candle>> batch) throws SQLException {
        // Only minutes expire, and those of markets and tokens alike.
        long cutoff =
                partitions.cutoffUs(PartitionedTable.marketCandles(Interval.M1)).orElse(Long.MIN_VALUE);
        List<Candle> ofMarkets = new ArrayList<>();
        List<Candle> ofTokens = new ArrayList<>();
        for (SinkRecord<Candle> record : batch) {
            Candle candle = record.message();
            if (candle.getOpenTimeUs() >= cutoff || interval(candle) != Interval.M1) {
                (isOfMarket(candle) ? ofMarkets : ofTokens).add(candle);
            }
        }
        return MARKET_UPSERT.execute(connection, Newest.of(ofMarkets, CandleTable::key, BY_VERSION))
                + TOKEN_UPSERT.execute(connection, Newest.of(ofTokens, CandleTable::key, BY_VERSION));
    }

    private record Key(String first, String second, String interval, long openTime) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::first)
                .thenComparing(Key::second)
                .thenComparing(Key::interval)
                .thenComparingLong(Key::openTime);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static Key key(Candle candle) {
        return isOfMarket(candle)
                ? new Key(candle.getVenue(), candle.getSymbol(), candle.getInterval(), candle.getOpenTimeUs())
                : new Key(candle.getToken(), "", candle.getInterval(), candle.getOpenTimeUs());
    }

    private static boolean isOfMarket(Candle candle) {
        return candle.getToken().isEmpty();
    }

    private static Interval interval(Candle candle) {
        return Interval.ofCode(candle.getInterval()).orElseThrow();
    }

    private static @Nullable Long tradesOf(Candle candle) {
        return candle.hasTrades() ? candle.getTrades() : null;
    }
}
