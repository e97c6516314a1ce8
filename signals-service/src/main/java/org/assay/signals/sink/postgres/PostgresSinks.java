package org.assay.signals.sink.postgres;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assay.events.topic.Topic;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.directory.TokenDirectoryLoad;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sinks into Postgres, each on a thread of its own. Starting does not wait: as soon as Postgres is there it is
 * migrated, the token directory is loaded and the sinks begin.
 */
@Singleton
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
public final class PostgresSinks implements ApplicationEventListener<StartupEvent>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSinks.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final DataSource database;
    private final TokenDirectoryLoad directory;
    private final List<SinkWorker<?>> workers;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable SinkFailure starting =
            new SinkFailure.Retryable("starting", "Postgres is being prepared", Duration.ZERO);

    PostgresSinks(
            DataSource database,
            TokenDirectoryLoad directory,
            List<TableWriter<?>> writers,
            SinkKafka kafka,
            SinkInstruments instruments) {
        this.database = database;
        this.directory = directory;
        List<SinkWorker<?>> made = new ArrayList<>();
        for (TableWriter<?> writer : writers) {
            made.add(worker(writer, database, kafka, instruments));
        }
        this.workers = List.copyOf(made);
    }

    private static <M> SinkWorker<M> worker(
            TableWriter<M> writer, DataSource database, SinkKafka kafka, SinkInstruments instruments) {
        return new SinkWorker<>(writer, new BatchTransaction<>(database, writer), kafka, instruments);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        start(this::prepareAndRun, "sink-start");
    }

    /** How each sink is doing. Until Postgres is prepared, every sink has that as its failure. */
    public List<SinkState> states() {
        SinkFailure waiting = starting;
        return workers.stream()
                .map(SinkWorker::state)
                .map(state -> waiting == null ? state : new SinkState(state.sink(), waiting, Map.of(), state.lag()))
                .toList();
    }

    /** What is stored. */
    public List<Topic> topics() {
        return workers.stream().map(SinkWorker::topic).toList();
    }

    private void prepareAndRun() {
        while (stopped.getCount() > 0 && !prepared()) {
            if (isStoppedWithin(RETRY)) {
                return;
            }
        }
        starting = null;
        synchronized (threads) {
            if (stopped.getCount() > 0) {
                workers.forEach(worker -> start(worker, "sink-" + worker.state().sink()));
            }
        }
    }

    private boolean prepared() {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            directory.load();
            return true;
        } catch (FlywayException e) {
            waiting(e.getCause() instanceof SQLException cause ? SinkFailure.of(cause) : refused(e), e);
        } catch (SQLException e) {
            waiting(SinkFailure.of(e), e);
        }
        return false;
    }

    private static SinkFailure refused(FlywayException e) {
        return new SinkFailure.Retryable("database_refused", String.valueOf(e.getMessage()), RETRY);
    }

    private void waiting(SinkFailure failure, Exception cause) {
        SinkFailure before = starting;
        if (before == null || !before.code().equals(failure.code())) {
            LOG.warn("Postgres cannot be used yet, waiting for it: {}", failure, cause);
        }
        starting = failure;
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void start(Runnable work, String name) {
        Thread thread = Thread.ofPlatform().name(name).daemon(true).unstarted(work);
        synchronized (threads) {
            threads.add(thread);
        }
        thread.start();
    }

    @Override
    @PreDestroy
    public void close() {
        stopped.countDown();
        List<Thread> running;
        synchronized (threads) {
            running = List.copyOf(threads);
        }
        workers.forEach(SinkWorker::stop);
        try {
            for (Thread thread : running) {
                if (!thread.join(STOP)) {
                    LOG.warn(
                            "{} did not stop within {}; what it has not committed is stored after the next start",
                            thread.getName(),
                            STOP);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
