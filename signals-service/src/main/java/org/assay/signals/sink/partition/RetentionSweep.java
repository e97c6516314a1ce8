package org.assay.signals.sink.partition;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes expired rows at the set interval. */
@Singleton
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
public final class RetentionSweep implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final PartitionKeeper keeper;
    private final DataSource database;
    private final RetentionConfiguration retention;
    private final TaskScheduler scheduler;
    private volatile @Nullable ScheduledFuture<?> sweeps;

    RetentionSweep(
            PartitionKeeper keeper,
            DataSource database,
            RetentionConfiguration retention,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.keeper = keeper;
        this.database = database;
        this.retention = retention;
        this.scheduler = scheduler;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (retention.enabled()) {
            sweeps = scheduler.scheduleWithFixedDelay(FIRST, retention.sweepInterval(), this::sweep);
        }
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> scheduled = sweeps;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }

    /** Removes what has expired by now. A failure is logged, and the next sweep tries again. */
    public void sweep() {
        try {
            List<String> dropped = keeper.dropExpired();
            int deadLetters = deleteDeadLetters();
            if (!dropped.isEmpty() || deadLetters > 0) {
                LOG.info("Retention: dropped partitions {} and {} dead letters", dropped, deadLetters);
            }
        } catch (SQLException e) {
            LOG.warn("Retention could not be applied: {}", e.getMessage());
        }
    }

    private int deleteDeadLetters() throws SQLException {
        Optional<Instant> cutoff = keeper.deadLetterCutoff();
        if (cutoff.isEmpty()) {
            return 0;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from dead_letter where received_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(cutoff.get()));
            return delete.executeUpdate();
        }
    }
}
