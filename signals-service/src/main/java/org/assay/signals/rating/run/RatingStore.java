package org.assay.signals.rating.run;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.assay.ratings.grade.GradeKind;
import org.assay.signals.rating.bars.Bar;
import org.assay.signals.rating.bars.DailyBars;
import org.assay.signals.rating.bars.HourlyBars;
import org.assay.signals.rating.daily.RatingMemory;
import org.assay.signals.rating.record.RatingJson;

/** What ratings read from Postgres. Days and hours are counted from the epoch. */
@Singleton
final class RatingStore {

    private static final int FETCH = 10_000;
    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_SECONDS = 3_600;

    private static final String CLOSED_DAYS =
            "from token_candle where interval = '1d' and closed and close is not null and open_time < ?";

    private final DataSource database;

    RatingStore(DataSource database) {
        this.database = database;
    }

    /**
     * Tells whether candles have changed.
     *
     * @param count how many closed daily candles there are
     * @param knownAt when the youngest version of one became known
     */
    record Fingerprint(long count, Instant knownAt) {}

    /**
     * A run as it is stored.
     *
     * @param firstKnownAt when the period was first rated
     * @param inputDigest of the bars that it saw, in hexadecimal
     */
    record Run(Instant firstKnownAt, String inputDigest) {}

    Fingerprint fingerprint(int beforeDay) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*), max(known_at) " + CLOSED_DAYS)) {
            query.setTimestamp(1, ofDay(beforeDay));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                Timestamp knownAt = rows.getTimestamp(2);
                return new Fingerprint(rows.getLong(1), knownAt == null ? Instant.EPOCH : knownAt.toInstant());
            }
        }
    }

    /**
     * Reads closed daily candles.
     *
     * @param beforeDay only those of earlier days
     * @param knownSince only those known since then, or of {@code sinceDay} and later
     */
    void days(DailyBars bars, int beforeDay, Instant knownSince, int sinceDay) throws SQLException {
        String sql = "select token, extract(epoch from open_time)::bigint, open::float8, high::float8, low::float8,"
                + " close::float8, quote_volume::float8 " + CLOSED_DAYS + " and (known_at >= ? or open_time >= ?)";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setFetchSize(FETCH);
                query.setTimestamp(1, ofDay(beforeDay));
                query.setTimestamp(2, Timestamp.from(knownSince));
                query.setTimestamp(3, ofDay(sinceDay));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        bars.put(
                                rows.getString(1),
                                Math.toIntExact(Math.floorDiv(rows.getLong(2), DAY_SECONDS)),
                                bar(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** The closed hourly candles that open in {@code [from, to)}. */
    HourlyBars hours(long from, long to) throws SQLException {
        HourlyBars bars = new HourlyBars();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select token, extract(epoch from open_time)::bigint, open::float8, high::float8, low::float8,
                          close::float8, quote_volume::float8
                        from token_candle where interval = '1h' and closed and close is not null
                          and open_time >= ? and open_time < ?""")) {
            query.setTimestamp(1, ofHour(from));
            query.setTimestamp(2, ofHour(to));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    bars.put(rows.getString(1), Math.floorDiv(rows.getLong(2), HOUR_SECONDS), bar(rows));
                }
            }
        }
        return bars;
    }

    private static Bar bar(ResultSet rows) throws SQLException {
        return new Bar(number(rows, 3), number(rows, 4), number(rows, 5), number(rows, 6), number(rows, 7));
    }

    private static double number(ResultSet rows, int column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? Double.NaN : value;
    }

    /** The runs of a cadence in force, by the end of their period. */
    NavigableMap<Instant, Run> runs(String cadence, Instant since) throws SQLException {
        NavigableMap<Instant, Run> runs = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select distinct on (valid_at) valid_at,
                          min(known_at) over (partition by valid_at), encode(input_digest, 'hex') from rating_run
                        where cadence = ? and valid_at >= ? order by valid_at, known_at desc""")) {
            query.setString(1, cadence);
            query.setTimestamp(2, Timestamp.from(since));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    runs.put(
                            rows.getTimestamp(1).toInstant(),
                            new Run(rows.getTimestamp(2).toInstant(), rows.getString(3)));
                }
            }
        }
        return runs;
    }

    /** The state after a period, as the run in force left it. */
    Optional<JsonNode> state(String cadence, Instant validAt) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select state from rating_run"
                        + " where cadence = ? and valid_at = ? order by known_at desc limit 1")) {
            query.setString(1, cadence);
            query.setTimestamp(2, Timestamp.from(validAt));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(RatingJson.parse(rows.getString(1))) : Optional.empty();
            }
        }
    }

    /** Daily grades and signals in force. */
    RatingMemory memory() throws SQLException {
        RatingMemory memory = new RatingMemory();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement grades = connection.prepareStatement("""
                            select distinct on (token, kind, valid_at)
                              token, kind, extract(epoch from valid_at)::bigint, grade
                            from grade where cadence = 'daily' order by token, kind, valid_at, known_at desc""");
                    PreparedStatement signals = connection.prepareStatement("""
                            select distinct on (token, valid_at) token, extract(epoch from valid_at)::bigint, value
                            from signal where cadence = 'daily' order by token, valid_at, known_at desc""")) {
                grades.setFetchSize(FETCH);
                try (ResultSet rows = grades.executeQuery()) {
                    while (rows.next()) {
                        GradeKind kind = rows.getString(2).equals("trader") ? GradeKind.TRADER : GradeKind.INVESTOR;
                        memory.grade(kind, rows.getString(1), dayEndingAt(rows.getLong(3)), number(rows, 4));
                    }
                }
                signals.setFetchSize(FETCH);
                try (ResultSet rows = signals.executeQuery()) {
                    while (rows.next()) {
                        memory.signal(rows.getString(1), dayEndingAt(rows.getLong(2)), rows.getInt(3));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return memory;
    }

    /** The hourly Trader Grades of an hour in force, by token. */
    Map<String, Double> hourlyGrades(Instant validAt) throws SQLException {
        Map<String, Double> grades = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select distinct on (token) token, grade from grade
                        where kind = 'trader' and cadence = 'hourly' and valid_at = ?
                        order by token, known_at desc""")) {
            query.setTimestamp(1, Timestamp.from(validAt));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    grades.put(rows.getString(1), number(rows, 2));
                }
            }
        }
        return grades;
    }

    /** The offsets before which everything is stored, by partition of a topic's sink. */
    Map<Integer, Long> stored(String topic) throws SQLException {
        Map<Integer, Long> offsets = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select partition, next_offset from sink_offset where topic = ?")) {
            query.setString(1, topic);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    offsets.put(rows.getInt(1), rows.getLong(2));
                }
            }
        }
        return offsets;
    }

    /** Removes the rows of hours that have expired; answers how many. */
    int expireHourly(Instant before) throws SQLException {
        return delete(List.of("signal", "rating_run"), "cadence = 'hourly' and valid_at < ?", before);
    }

    /** Removes the explanations of hours that have expired; answers how many. */
    int expireHourlyExplanations(Instant before) throws SQLException {
        return delete(
                List.of("grade_explanation", "grade_cross_section"), "cadence = 'hourly' and valid_at < ?", before);
    }

    /** Removes the documents that have expired; answers how many. */
    int expireDocuments(Instant before) throws SQLException {
        return delete(
                List.of("grade_explanation", "quant_metric", "correlation", "price_level", "forecast", "scorecard"),
                "valid_at < ?",
                before);
    }

    private int delete(List<String> tables, String where, Instant before) throws SQLException {
        int removed = 0;
        try (Connection connection = database.getConnection()) {
            for (String table : tables) {
                removed += delete(connection, "delete from " + table + " where " + where, before);
            }
        }
        return removed;
    }

    private static int delete(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
        }
    }

    private static int dayEndingAt(long second) {
        return Math.toIntExact(Math.floorDiv(second, DAY_SECONDS) - 1);
    }

    private static Timestamp ofDay(int day) {
        return Timestamp.from(Instant.ofEpochSecond(day * DAY_SECONDS));
    }

    private static Timestamp ofHour(long hour) {
        return Timestamp.from(Instant.ofEpochSecond(hour * HOUR_SECONDS));
    }
}
