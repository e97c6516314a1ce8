package org.assay.simulator.wire;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says to all streams at once when to send. Timers of their own on the event loops would cost much more: a loop over NIO
 * does not wait when a timer is due within half a millisecond but asks the selector over and over, and of many timers one
 * nearly always is.
 */
final class Pulse implements AutoCloseable {

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("simulator-pulse", true));

    /**
     * @param sessions the open streams, safe to read from another thread
     * @param tick how often each is sent to
     */
    Pulse(Collection<StreamSession> sessions, Duration tick) {
        var _ = timer.scheduleAtFixedRate(
                () -> sessions.forEach(StreamSession::tickSoon), tick.toNanos(), tick.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
