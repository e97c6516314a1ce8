package org.assay.signals.rating.run;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assay.signals.rating.RatingConfiguration;
import org.assay.signals.rating.RatingException;
import org.assay.signals.sink.partition.RetentionConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rates on a thread of its own, of the lowest priority, while this process holds the installation's lock in Postgres: of
 * several instances one works, and another takes over when its connection ends.
 */
@Singleton
@Requires(property = "assay.signals.rating.enabled", notEquals = StringUtils.FALSE)
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
public final class RatingWorker implements ApplicationEventListener<StartupEvent>, Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RatingWorker.class);
    // Any number that nothing else locks.
    private static final long LOCK = 0x6173736179_10L;
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int ALIVE_SECONDS = 2;

    private final RatingRuns runs;
    private final RatingStore store;
    private final DataSource database;
    private final RatingConfiguration settings;
    private final RetentionConfiguration retention;
    private final Clock clock;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Connection lock;
    private @Nullable Instant sweptAt;
    private String said = "";

    @SuppressWarnings("ThreadPriorityCheck") // A hint, so that prices come first where the system heeds it.
    RatingWorker(
            RatingRuns runs,
            RatingStore store,
            DataSource database,
            RatingConfiguration settings,
            RetentionConfiguration retention,
            Clock clock) {
        this.runs = runs;
        this.store = store;
        this.database = database;
        this.settings = settings;
        this.retention = retention;
        this.clock = clock;
        this.thread = Thread.ofPlatform()
                .name("rating")
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        thread.start();
    }

    @Override
    public void run() {
        try {
            Duration wait = Duration.ZERO;
            while (!stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wait = step();
            }
        } catch (InterruptedException e) {
            LOG.debug("Told to stop", e);
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    private Duration step() {
        try {
            if (!isMine()) {
                runs.standBy();
                return settings.checkInterval();
            }
            runs.runDue(() -> stopped.getCount() == 0);
            sweep();
            say("");
            return settings.checkInterval();
        } catch (SQLException e) {
            runs.standBy();
            say("postgres");
            LOG.debug("The lock of ratings cannot be asked for", e);
            return settings.checkInterval();
        } catch (RatingException.Retryable e) {
            warn(e);
            return e.retryAfter().compareTo(settings.checkInterval()) > 0 ? e.retryAfter() : settings.checkInterval();
        } catch (RatingException e) {
            warn(e);
            return settings.checkInterval();
        }
    }

    private void warn(RatingException failure) {
        if (!said.equals(failure.code())) {
            LOG.warn("Ratings wait: {} {}", failure.code(), failure.getMessage(), failure);
        }
        said = failure.code();
    }

    private void say(String code) {
        if (code.isEmpty() && !said.isEmpty()) {
            LOG.info("Ratings go on");
        }
        said = code;
    }

    private boolean isMine() throws SQLException {
        Connection held = lock;
        if (held != null && held.isValid(ALIVE_SECONDS)) {
            return true;
        }
        release();
        Connection connection = database.getConnection();
        try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, LOCK);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next() && rows.getBoolean(1)) {
                    lock = connection;
                    return true;
                }
            }
        } finally {
            if (lock == null) {
                connection.close();
            }
        }
        return false;
    }

    private void release() {
        Connection held = lock;
        lock = null;
        if (held == null) {
            return;
        }
        try (held;
                PreparedStatement unlock = held.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, LOCK);
            unlock.execute();
        } catch (SQLException e) {
            LOG.debug("The lock of ratings ends with its connection", e);
        }
    }

    private void sweep() throws SQLException {
        Instant now = clock.instant();
        Instant last = sweptAt;
        if (retention.enabled() && (last == null || now.isAfter(last.plus(SWEEP)))) {
            sweptAt = now;
            int removed = store.expireHourly(now.minus(retention.hourlyRatings()))
                    + store.expireHourlyExplanations(now.minus(retention.hourlyExplanations()))
                    + store.expireDocuments(now.minus(retention.ratingDocuments()));
            if (removed > 0) {
                LOG.info("Retention: removed {} rows of ratings", removed);
            }
        }
    }

    @Override
    @PreDestroy
    public void close() {
        stopped.countDown();
        try {
            if (thread.isAlive() && !thread.join(STOP)) {
                LOG.warn("Rating did not stop within {}; what it was at is rated after the next start", STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
