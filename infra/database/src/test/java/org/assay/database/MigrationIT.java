package org.assay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationIT {

    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String NOT_NULL = "23502";

    private static EmbeddedPostgres postgres;
    private static MigrateResult first;

    private Connection connection;

    @BeforeAll
    static void migrateAnEmptyDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        first = flyway().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void leadsFromAnEmptyDatabaseToHeadAndThenHasNothingMoreToDo() throws SQLException {
        assertThat(first.success).isTrue();
        assertThat(first.migrationsExecuted).isGreaterThanOrEqualTo(2);
        assertThat(tables())
                .contains(
                        "api_key",
                        "correlation",
                        "dead_letter",
                        "forecast",
                        "gap",
                        "grade",
                        "grade_cross_section",
                        "grade_daily",
                        "grade_explanation",
                        "grade_hourly",
                        "index_definition",
                        "index_holding",
                        "index_level",
                        "index_rebalance",
                        "market",
                        "market_candle",
                        "market_key",
                        "market_regime",
                        "price",
                        "price_level",
                        "quant_metric",
                        "rating_model",
                        "rating_rules",
                        "rating_run",
                        "scorecard",
                        "signal",
                        "sink_offset",
                        "token",
                        "token_candle",
                        "token_supply",
                        "trade",
                        "venue");

        assertThat(flyway().migrate().migrationsExecuted).isZero();
        assertThatCode(() -> flyway().validate()).doesNotThrowAnyException();
    }

    @Test
    void keepsEveryCandleIntervalInAPartitionOfItsOwn() throws SQLException {
        assertThat(tables())
                .contains(
                        "market_candle_1m",
                        "market_candle_5m",
                        "market_candle_15m",
                        "market_candle_1h",
                        "market_candle_4h",
                        "market_candle_1d",
                        "token_candle_1m",
                        "token_candle_1d");
        run("create table c_2024 partition of token_candle_1h for values from ('2024-01-01Z') to ('2025-01-01Z')");
        run(candle("bitcoin", "1h", "2024-03-01T10:00Z", "64000.5"));

        assertThat(text("select tableoid::regclass::text from token_candle")).isEqualTo("c_2024");
        assertThat(text("select open::text from token_candle where token = 'bitcoin' and interval = '1h'"))
                .isEqualTo("64000.5");
    }

    @Test
    void refusesASecondVersionOfTheSameCandleUnlessItReplacesTheFirst() throws SQLException {
        run("create table c_2024 partition of token_candle_1h for values from ('2024-01-01Z') to ('2025-01-01Z')");
        run(candle("bitcoin", "1h", "2024-03-01T10:00Z", "1"));

        assertRefused(UNIQUE, candle("bitcoin", "1h", "2024-03-01T10:00Z", "2"));
    }

    @Test
    void refusesACandleOfAnUnknownInterval() {
        assertRefused(CHECK, candle("bitcoin", "7m", "2024-03-01T10:00Z", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "'NaN'", "'infinity'"})
    void refusesATradeWithoutAPositiveFinitePrice(String price) throws SQLException {
        run("create table t_day partition of trade for values from ('2024-01-01Z') to ('2024-01-02Z')");

        assertRefused(CHECK, trade("1", price, "1", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "'NaN'", "'infinity'"})
    void refusesATradeOfANegativeOrUnboundedAmount(String amount) throws SQLException {
        run("create table t_day partition of trade for values from ('2024-01-01Z') to ('2024-01-02Z')");

        assertRefused(CHECK, trade("1", "1", amount, "b"));
    }

    @Test
    void storesATradeOnceByMarketTimeAndTradeId() throws SQLException {
        run("create table t_day partition of trade for values from ('2024-01-01Z') to ('2024-01-02Z')");
        run(trade("1", "10.00000000000000000001", "3", "s"));
        run(trade("2", "10", "3", "?"));

        assertThat(text("select price::text from trade where trade_id = '1'")).isEqualTo("10.00000000000000000001");
        assertRefused(UNIQUE, trade("1", "10", "3", "s"));
    }

    @Test
    void refusesATradeOfAnUnknownSide() throws SQLException {
        run("create table t_day partition of trade for values from ('2024-01-01Z') to ('2024-01-02Z')");

        assertRefused(CHECK, trade("1", "1", "1", "x"));
    }

    @Test
    void asksForAReasonWhereAPriceIsMissing() throws SQLException {
        run("create table p_day partition of price for values from ('2024-01-01Z') to ('2024-01-02Z')");
        String row = "insert into price (token, valid_at, known_at, usd, reason) values"
                + " ('bitcoin', '2024-01-01T00:01Z', '2024-01-01T00:01:00.5Z', null, %s)";

        run(row.formatted("'no_recent_trades'"));
        run("delete from price");
        assertRefused(CHECK, row.formatted("null"));
    }

    @Test
    void keepsEveryVersionOfAGradeAndOneOfEachMoment() throws SQLException {
        run(grade("daily", "2024-01-02T00:02Z", "71.5", "null"));
        run(grade("daily", "2024-01-05T09:00Z", "70.25", "null"));

        assertThat(text("select grade from grade where known_at <= '2024-01-03Z' order by known_at desc limit 1"))
                .isEqualTo("71.5");
        assertThat(text("select grade from grade order by known_at desc limit 1"))
                .isEqualTo("70.25");
        assertRefused(UNIQUE, grade("daily", "2024-01-05T09:00Z", "1", "null"));
    }

    @Test
    void keepsHourlyGradesInPartitionsOfTheirOwn() throws SQLException {
        run("create table g_2024 partition of grade_hourly for values from ('2024-01-01Z') to ('2025-01-01Z')");
        run(grade("hourly", "2024-01-02T00:02Z", "71.5", "null"));

        assertThat(text("select tableoid::regclass::text from grade")).isEqualTo("g_2024");
    }

    @Test
    void asksForAReasonWhereAGradeOrALevelIsMissing() throws SQLException {
        run(grade("daily", "2024-01-02T00:02Z", "null", "'too_short_history'"));
        run("delete from grade");
        assertRefused(CHECK, grade("daily", "2024-01-02T00:02Z", "null", "null"));
    }

    @Test
    void refusesAGradeOffItsScale() {
        assertRefused(CHECK, grade("daily", "2024-01-02T00:02Z", "100.5", "null"));
    }

    @Test
    void numbersAMarketOnce() throws SQLException {
        String row = "insert into market_key (venue, symbol) values ('okx', 'ETH-USDT')";
        run(row);

        assertRefused(UNIQUE, row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into token (id, symbol, name, origin) values ('x', 'X', 'X', 'guess')",
                "insert into venue (id, name, state, as_of) values ('okx', 'OKX', 'sleepy', now())",
                "insert into market (venue, symbol, base_asset, quote_asset, state, updated_at)"
                        + " values ('okx', 'ETH-USDT', 'ETH', 'USDT', 'open', now())",
                "insert into gap (id, venue, symbol, channel, cause, status, from_time, found_at)"
                        + " values ('1', 'okx', 'ETH-USDT', 'trades', 'boredom', 'open', now(), now())",
                "insert into gap (id, venue, symbol, channel, cause, status, from_time, found_at)"
                        + " values ('1', 'okx', 'ETH-USDT', 'trades', 'stale', 'lost', now(), now())",
                "insert into signal (token, cadence, valid_at, known_at, model, value, previous, held, missing, digest)"
                        + " values ('x', 'daily', now(), now(), 'm', 2, 0, 0, 0, '')",
                "insert into index_level (index_id, valid_at, known_at, regime, defensive, held_at_last_print, digest)"
                        + " values ('x', now(), now(), 'bull', false, 0, '')",
                "insert into token_supply values ('x', now(), now(), 0, 'list', '')",
                "insert into sink_offset values ('trades', 'assay.trades', 0, 'id', -1)"
            })
    void refusesWordsAndNumbersOutsideTheirSets(String row) {
        assertRefused(CHECK, row);
    }

    @Test
    void refusesATokenWithoutAName() {
        assertRefused(NOT_NULL, "insert into token (id, symbol) values ('x', 'X')");
    }

    private static String candle(String token, String interval, String openTime, String price) {
        return """
                insert into token_candle
                  (token, interval, open_time, open, high, low, close, volume, closed, complete, revision, source, known_at)
                values ('%1$s', '%2$s', '%3$s', %4$s, %4$s, %4$s, %4$s, 1, true, true, 1, 'trades', now())
                """.formatted(token, interval, openTime, price);
    }

    private static String grade(String cadence, String knownAt, String grade, String reason) {
        return """
                insert into grade (token, kind, cadence, valid_at, known_at, model, grade, reason, in_universe, digest)
                values ('bitcoin', 'trader', '%s', '2024-01-02Z', '%s', '2021.12-1', %s, %s, true, '')
                """.formatted(cadence, knownAt, grade, reason);
    }

    private static String trade(String id, String price, String amount, String side) {
        return """
                insert into trade (market_id, trade_id, event_time, received_at, price, amount, side)
                values (1, '%s', '2024-01-01T12:00Z', '2024-01-01T12:00:00.1Z', %s, %s, '%s')
                """.formatted(id, price, amount, side);
    }

    private void assertRefused(String sqlState, String sql) {
        assertThatThrownBy(() -> run(sql)).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                .as(e.getMessage())
                .isEqualTo(sqlState));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private List<String> tables() throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return List.copyOf(names);
    }

    private static Flyway flyway() {
        return Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load();
    }
}
