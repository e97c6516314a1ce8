package org.assay.signals.sink.partition;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the partitions that rows need and drops those whose retention has passed. Safe from several threads and from
 * several processes on one database.
 */
@Singleton
public final class PartitionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionKeeper.class);
    private static final long DAY_US = Duration.ofDays(1).toNanos() / 1_000;
    // A writer may still be inserting a row that it found young enough a moment ago.
    private static final Duration GRACE = Duration.ofHours(1);
    // Any number that nothing else locks.
    private static final long LOCK = 0x6173736179_01L;

    private final DataSource database;
    private final RetentionConfiguration retention;
    private final Clock clock;
    private final Map<String, Set<LocalDate>> known = new ConcurrentHashMap<>();

    PartitionKeeper(DataSource database, RetentionConfiguration retention, Clock clock) {
        this.database = database;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Makes the partitions for rows of these times, where they are missing. On a connection of its own, so to be called
     * before the transaction that inserts.
     *
     * @param timesUs microseconds since the epoch
     */
    public void ensure(PartitionedTable table, LongStream timesUs) throws SQLException {
        Set<LocalDate> present = known.computeIfAbsent(table.name(), name -> ConcurrentHashMap.newKeySet());
        for (LocalDate start : starts(table, timesUs)) {
            if (!present.contains(start)) {
                create(table, start);
                present.add(start);
            }
        }
    }

    /** The time before which rows of the table are not kept, in microseconds since the epoch; empty: all are. */
    public Optional<Long> cutoffUs(PartitionedTable table) {
        return age(table).map(age -> clock.instant().minus(age)).map(PartitionKeeper::micros);
    }

    /** The time before which dead letters are not kept; empty: all are. */
    Optional<Instant> deadLetterCutoff() {
        return retention.enabled() ? Optional.of(clock.instant().minus(retention.deadLetters())) : Optional.empty();
    }

    /**
     * Drops the partitions that hold only expired rows, and answers their names. A partition in use is left for the next
     * time.
     */
    public List<String> dropExpired() throws SQLException {
        List<String> dropped = new ArrayList<>();
        for (PartitionedTable table : PartitionedTable.all()) {
            Optional<Duration> age = age(table);
            if (age.isPresent()) {
                Instant cutoff = clock.instant().minus(age.get()).minus(GRACE);
                dropped.addAll(dropBefore(table, cutoff));
            }
        }
        return dropped;
    }

    private Optional<Duration> age(PartitionedTable table) {
        if (!retention.enabled()) {
            return Optional.empty();
        }
        return switch (table.kept()) {
            case TRADES -> Optional.of(retention.trades());
            case MINUTE_CANDLES -> Optional.of(retention.minuteCandles());
            case PRICES -> Optional.of(retention.prices());
            case HOURLY_RATINGS -> Optional.of(retention.hourlyRatings());
            case FOR_GOOD -> Optional.empty();
        };
    }

    private static Set<LocalDate> starts(PartitionedTable table, LongStream timesUs) {
        Set<LocalDate> starts = new TreeSet<>();
        timesUs.map(us -> Math.floorDiv(us, DAY_US))
                .distinct()
                .forEach(day -> starts.add(table.grain().start(LocalDate.ofEpochDay(day))));
        return starts;
    }

    private void create(PartitionedTable table, LocalDate start) throws SQLException {
        String partition = table.name() + "_" + table.grain().suffix(start);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                if (!exists(connection, partition)) {
                    // Attached rather than created in place: that does not lock readers and writers out of the parent.
                    // Room on the pages, because candles are overwritten.
                    statement.execute("create table " + partition + " (like " + table.name()
                            + " including all) with (fillfactor = 90)");
                    statement.execute("alter table " + table.name() + " attach partition " + partition
                            + " for values from ('" + start + " 00:00:00+00') to ('"
                            + table.grain().end(start) + " 00:00:00+00')");
                    LOG.debug("Made partition {}", partition);
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private List<String> dropBefore(PartitionedTable table, Instant cutoff) throws SQLException {
        List<String> dropped = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String partition : partitions(connection, table)) {
                Optional<LocalDate> start =
                        table.grain().parse(partition.substring(table.name().length() + 1));
                if (start.isPresent() && !endOf(table, start.get()).isAfter(cutoff)) {
                    known.getOrDefault(table.name(), Set.of()).remove(start.get());
                    if (drop(connection, partition)) {
                        dropped.add(partition);
                    }
                }
            }
        }
        return dropped;
    }

    private static Instant endOf(PartitionedTable table, LocalDate start) {
        return table.grain().end(start).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<String> partitions(Connection connection, PartitionedTable table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select child.relname from pg_inherits
                join pg_class child on child.oid = inhrelid
                where inhparent = to_regclass(?) order by 1""")) {
            query.setString(1, table.name());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(1).startsWith(table.name() + "_")) {
                        names.add(rows.getString(1));
                    }
                }
            }
        }
        return names;
    }

    private static boolean drop(Connection connection, String partition) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Dropping needs the parent for a moment; rather later than behind a long query with everybody waiting.
            statement.execute("set local lock_timeout = '2s'");
            statement.execute("drop table if exists " + partition);
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if ("55P03".equals(e.getSQLState())) {
                LOG.info("Partition {} is in use; it is dropped another time", partition);
                return false;
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }
}
