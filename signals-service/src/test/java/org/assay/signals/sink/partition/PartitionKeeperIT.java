package org.assay.signals.sink.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.assay.events.candle.Interval;
import org.assay.signals.sink.SinkStage;
import org.assay.testkit.clock.StubClock;
import org.assay.testkit.embedded.EmbeddedServices;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PartitionKeeperIT {

    private static final RetentionConfiguration DEFAULTS = new RetentionConfiguration(
            true,
            Duration.ofDays(2),
            Duration.ofDays(90),
            Duration.ofDays(400),
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofDays(7),
            Duration.ofDays(400),
            Duration.ofHours(1));

    private static final String DATABASE =
            "partitions_" + ProcessHandle.current().pid();
    private static final PGSimpleDataSource SOURCE = new PGSimpleDataSource();

    private final StubClock clock = StubClock.at("2026-11-21T12:00:00Z");

    @BeforeAll
    static void migrate() {
        var postgres = EmbeddedServices.shared().postgres();
        postgres.createDatabase(DATABASE);
        SOURCE.setUrl(postgres.jdbcUrl(DATABASE));
        SOURCE.setUser(postgres.username());
        SOURCE.setPassword(postgres.password());
        Flyway.configure().dataSource(SOURCE).load().migrate();
    }

    @BeforeEach
    void dropAllPartitions() {
        for (PartitionedTable table : PartitionedTable.all()) {
            partitions(table.name()).forEach(name -> SinkStage.run(DATABASE, "drop table " + name));
        }
    }

    @Test
    void makesThePartitionOfADayAMonthOrAYear() throws SQLException {
        PartitionKeeper keeper = new PartitionKeeper(SOURCE, DEFAULTS, clock);

        keeper.ensure(PartitionedTable.TRADE, times("2016-02-29T23:59:59.999999Z", "2016-03-01T00:00:00Z"));
        keeper.ensure(PartitionedTable.PRICE, times("2030-12-31T23:59:00Z", "2030-12-01T00:00:00Z"));
        keeper.ensure(
                PartitionedTable.marketCandles(Interval.M1), times("1970-01-01T00:00:00Z", "1969-12-31T23:59:00Z"));
        keeper.ensure(
                PartitionedTable.tokenCandles(Interval.D1), times("2024-06-01T00:00:00Z", "2024-01-01T00:00:00Z"));

        assertThat(partitions("trade")).containsExactly("trade_2016_02_29", "trade_2016_03_01");
        assertThat(partitions("price")).containsExactly("price_2030_12");
        assertThat(partitions("market_candle_1m"))
                .containsExactly("market_candle_1m_1969_12", "market_candle_1m_1970_01");
        assertThat(partitions("token_candle_1d")).containsExactly("token_candle_1d_2024");
        SinkStage.run(
                DATABASE,
                "insert into trade (market_id, event_time, trade_id, received_at, price, amount, side)"
                        + " values (1, '2016-02-29T23:59:59.999999Z', '1', now(), 1, 1, 'b')");
        assertThat(SinkStage.rows(DATABASE, "select tableoid::regclass from trade"))
                .containsExactly("trade_2016_02_29");
    }

    @Test
    void severalProcessesMakeTheSamePartitionsAtOnce() throws InterruptedException, ExecutionException {
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                PartitionKeeper ofAProcess = new PartitionKeeper(SOURCE, DEFAULTS, clock);
                done.add(threads.submit(() -> {
                    ofAProcess.ensure(
                            PartitionedTable.TRADE,
                            LongStream.range(0, 10).map(day -> us("2020-01-01T00:00:00Z") + day * 86_400_000_000L));
                    return null;
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
        }

        assertThat(partitions("trade")).hasSize(10).contains("trade_2020_01_01", "trade_2020_01_10");
    }

    @Test
    void doesNotWaitForReadersAndWritersOfOtherPartitions() throws SQLException {
        PartitionKeeper keeper = new PartitionKeeper(SOURCE, DEFAULTS, clock);
        keeper.ensure(PartitionedTable.TRADE, times("2026-11-20T00:00:00Z"));
        try (Connection other = SOURCE.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select count(*) from trade");
            statement.execute("insert into trade (market_id, event_time, trade_id, received_at, price, amount, side)"
                    + " values (1, '2026-11-20T01:00Z', '1', now(), 1, 1, 'b')");

            keeper.ensure(PartitionedTable.TRADE, times("2026-11-21T00:00:00Z"));

            assertThat(partitions("trade")).contains("trade_2026_11_21");
            other.rollback();
        }
    }

    @Test
    void dropsWhatIsPastItsRetentionAndNothingElse() throws SQLException {
        PartitionKeeper keeper = new PartitionKeeper(SOURCE, DEFAULTS, clock);
        keeper.ensure(
                PartitionedTable.TRADE,
                times("2026-11-17T12:00:00Z", "2026-11-18T12:00:00Z", "2026-11-19T12:00:00Z", "2026-11-21T12:00:00Z"));
        keeper.ensure(PartitionedTable.PRICE, times("2025-09-30T00:00:00Z", "2025-10-17T00:00:00Z"));
        for (Interval interval : Interval.values()) {
            keeper.ensure(PartitionedTable.marketCandles(interval), times("2020-01-01T00:00:00Z"));
            keeper.ensure(PartitionedTable.tokenCandles(interval), times("2020-01-01T00:00:00Z"));
        }

        List<String> dropped = keeper.dropExpired();

        assertThat(dropped)
                .containsExactlyInAnyOrder(
                        "trade_2026_11_17",
                        "trade_2026_11_18",
                        "price_2025_09",
                        "market_candle_1m_2020_01",
                        "token_candle_1m_2020_01");
        assertThat(partitions("trade")).containsExactly("trade_2026_11_19", "trade_2026_11_21");
        assertThat(partitions("market_candle_5m")).containsExactly("market_candle_5m_2020");
        assertThat(keeper.cutoffUs(PartitionedTable.TRADE)).contains(us("2026-11-19T12:00:00Z"));
    }

    @Test
    void makesADroppedPartitionAgainWhenARowNeedsIt() throws SQLException {
        PartitionKeeper keeper = new PartitionKeeper(SOURCE, DEFAULTS, clock);
        keeper.ensure(PartitionedTable.TRADE, times("2026-11-21T12:00:00Z"));
        clock.advance(Duration.ofDays(10));
        assertThat(keeper.dropExpired()).containsExactly("trade_2026_11_21");
        clock.advance(Duration.ofDays(-10));

        keeper.ensure(PartitionedTable.TRADE, times("2026-11-21T12:00:00Z"));

        assertThat(partitions("trade")).containsExactly("trade_2026_11_21");
    }

    @Test
    void leavesAPartitionThatIsInUseForTheNextTime() throws SQLException {
        PartitionKeeper keeper = new PartitionKeeper(SOURCE, DEFAULTS, clock);
        keeper.ensure(PartitionedTable.TRADE, times("2026-11-01T12:00:00Z"));
        try (Connection reader = SOURCE.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select * from trade");
            assertThat(keeper.dropExpired()).isEmpty();
            reader.rollback();
        }

        assertThat(keeper.dropExpired()).containsExactly("trade_2026_11_01");
    }

    @Test
    void keepsEverythingWhenRetentionIsOff() throws SQLException {
        PartitionKeeper keeper = new PartitionKeeper(
                SOURCE,
                new RetentionConfiguration(
                        false,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofHours(1)),
                clock);
        keeper.ensure(PartitionedTable.TRADE, times("2010-01-01T00:00:00Z"));

        assertThat(keeper.dropExpired()).isEmpty();
        assertThat(keeper.cutoffUs(PartitionedTable.TRADE)).isEmpty();
        assertThat(keeper.deadLetterCutoff()).isEmpty();
    }

    private static LongStream times(String... times) {
        return LongStream.of(
                Arrays.stream(times).mapToLong(PartitionKeeperIT::us).toArray());
    }

    private static long us(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static List<String> partitions(String table) {
        return SinkStage.rows(
                DATABASE,
                "select relname from pg_inherits join pg_class on pg_class.oid = inhrelid where inhparent = '" + table
                        + "'::regclass order by 1");
    }
}
