package org.assay.testkit.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Postgres, Kafka and Redis together, started at the same time. */
public final class EmbeddedServices implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final EmbeddedRedis redis;

    private EmbeddedServices(EmbeddedPostgres postgres, EmbeddedKafka kafka, EmbeddedRedis redis) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.redis = redis;
    }

    /**
     * The services that all tests of this JVM share, on folders below the module's {@code target}; empty at first use,
     * stopped when the JVM ends. A test that must not meet others' data makes a database, topics and key names of its
     * own.
     */
    public static EmbeddedServices shared() {
        return SharedServices.INSTANCE;
    }

    /** As {@link #start(Path, StartListener)}, telling nobody. */
    public static EmbeddedServices start(Path folder) {
        return start(folder, StartListener.silent());
    }

    /** As {@link #start(Path, Path, StartListener)}, with the programs in {@code folder} too. */
    public static EmbeddedServices start(Path folder, StartListener listener) {
        return start(folder, folder.resolve("programs"), listener);
    }

    /**
     * Starts all three on their data below {@code folder} ({@code postgres}, {@code kafka}, {@code redis}).
     *
     * @param programs where server programs are unpacked; may be shared
     * @throws EmbeddedServiceException when one does not start; the others are stopped again
     */
    public static EmbeddedServices start(Path folder, Path programs, StartListener listener) {
        try (ExecutorService starters = Executors.newFixedThreadPool(3)) {
            Future<EmbeddedPostgres> postgres = starters.submit(() ->
                    timed("Postgres", listener, () -> EmbeddedPostgres.start(folder.resolve("postgres"), programs)));
            Future<EmbeddedKafka> kafka =
                    starters.submit(() -> timed("Kafka", listener, () -> EmbeddedKafka.start(folder.resolve("kafka"))));
            Future<EmbeddedRedis> redis = starters.submit(
                    () -> timed("Redis", listener, () -> EmbeddedRedis.start(folder.resolve("redis"), programs)));
            return new Starting(postgres, kafka, redis).join();
        }
    }

    private static <T> T timed(String service, StartListener listener, Supplier<T> start) {
        listener.starting(service);
        long began = System.nanoTime();
        T started = start.get();
        listener.ready(service, Duration.ofNanos(System.nanoTime() - began));
        return started;
    }

    /** Stops the server processes that a killed process left running below {@code folder}. */
    public static void stopLeftOvers(Path folder) throws IOException {
        EmbeddedPostgres.stopLeftOver(folder.resolve("postgres"));
        EmbeddedRedis.stopLeftOver(folder.resolve("redis"));
    }

    /** The database server. */
    public EmbeddedPostgres postgres() {
        return postgres;
    }

    /** The log. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** The store of latest values and limits. */
    public EmbeddedRedis redis() {
        return redis;
    }

    /** The services' settings that point at these three, with the database that exists from the start. */
    public Map<String, Object> settings() {
        return settings(postgres.database());
    }

    /** As {@link #settings()}, with another database of the server. */
    public Map<String, Object> settings(String database) {
        return Map.of(
                "assay.kafka.bootstrap-servers", kafka.bootstrapServers(),
                "assay.postgres.host", postgres.host(),
                "assay.postgres.port", postgres.port(),
                "assay.postgres.database", database,
                "assay.postgres.username", postgres.username(),
                "assay.postgres.password", postgres.password(),
                "assay.redis.uri", redis.uri());
    }

    /** Stops Redis, Kafka and Postgres, in this order, each even when another refuses. */
    @Override
    public void close() {
        closeAll(List.of(redis, kafka, postgres));
    }

    private static void closeAll(List<AutoCloseable> services) {
        @Nullable EmbeddedServiceException failure = null;
        for (AutoCloseable service : services) {
            try {
                service.close();
            } catch (Exception e) {
                EmbeddedServiceException next = new EmbeddedServiceException("a service did not stop", e);
                if (failure != null) {
                    next.addSuppressed(failure);
                }
                failure = next;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private record Starting(
            Future<EmbeddedPostgres> postgres, Future<EmbeddedKafka> kafka, Future<EmbeddedRedis> redis) {

        EmbeddedServices join() {
            List<AutoCloseable> started = new ArrayList<>();
            @Nullable Throwable failure = null;
            for (Future<? extends AutoCloseable> future : List.of(redis, kafka, postgres)) {
                try {
                    started.add(future.get());
                } catch (ExecutionException e) {
                    failure = e.getCause();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    failure = e;
                }
            }
            if (failure == null) {
                return new EmbeddedServices(postgres.resultNow(), kafka.resultNow(), redis.resultNow());
            }
            closeAll(started);
            if (failure instanceof EmbeddedServiceException known) {
                throw known;
            }
            throw new EmbeddedServiceException("an embedded service did not start: " + failure.getMessage(), failure);
        }
    }
}
