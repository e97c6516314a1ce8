package org.assay.standalone.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the start of the process to its orderly end. SIGTERM and Ctrl-C make Java run its shutdown hooks and end with
 * status 143 or 130; here a stop in good order ends with 0.
 */
public final class Lifetime {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile int exitCode;

    private Lifetime(AutoCloseable installation, Progress progress) {
        this.hook = new Thread(() -> stop(installation, progress), "stop");
    }

    /** Stops {@code installation} when the process is told to end. */
    public static Lifetime of(AutoCloseable installation, Progress progress) {
        Lifetime lifetime = new Lifetime(installation, progress);
        Runtime.getRuntime().addShutdownHook(lifetime.hook);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LOG.error("thread {} ended by a defect", thread.getName(), failure));
        // Kafka ends the process on faults that it cannot survive; that is no orderly end.
        Exit.setExitProcedure((status, message) -> lifetime.fail(status, message, progress));
        Exit.setHaltProcedure((status, message) -> lifetime.fail(status, message, progress));
        return lifetime;
    }

    /** Returns never, unless the thread is interrupted: the process ends out of its shutdown hook. */
    public void await() throws InterruptedException {
        over.await();
    }

    /**
     * Leaves the stopping to the caller.
     *
     * @return false when the process was told to end: then the stopping has begun, and the process ends with it
     */
    public boolean release() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            LOG.info("told to stop while starting");
            return false;
        }
    }

    private void fail(int status, @Nullable String message, Progress progress) {
        LOG.error("Kafka gave up: {}", message);
        if (failed.getAndSet(true)) {
            return;
        }
        progress.line("error: Kafka gave up" + (message == null ? "" : ": " + message));
        progress.line("remedy: the last errors in log/assay.log of the data folder say why; mend that and start again");
        exitCode = status == 0 ? 1 : status;
        Thread.ofPlatform().name("exit").start(() -> System.exit(exitCode));
    }

    private void stop(AutoCloseable installation, Progress progress) {
        Thread.ofPlatform().daemon().name("stop-watch").start(() -> {
            try {
                if (!over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    progress.line("error: not stopped within " + PATIENCE.toSeconds() + " s, giving up");
                    Runtime.getRuntime().halt(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        progress.line("stopping");
        try {
            installation.close();
            progress.line("stopped");
        } catch (Exception e) {
            LOG.error("not stopped cleanly", e);
            progress.line("error: not stopped cleanly: " + e);
            exitCode = 1;
        }
        over.countDown();
        Runtime.getRuntime().halt(exitCode);
    }
}
