package org.assay.standalone.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that run, each with its place in the order of stopping. */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    /** When a part stops: what feeds others before what it feeds, and the stores last. */
    enum Stop {
        INGEST,
        SIMULATOR,
        SIGNALS,
        API,
        SERVICES
    }

    private record Part(Stop order, AutoCloseable stop) {}

    private final List<Part> running = new ArrayList<>();
    private boolean stopped;

    /**
     * Starts a part unless stopping has begun; a stop that comes meanwhile waits for it and stops it too.
     *
     * @throws Exception what {@code start} throws
     */
    synchronized <T extends AutoCloseable> T start(Stop order, Callable<T> start) throws Exception {
        if (stopped) {
            throw new InterruptedException("told to stop");
        }
        T part = start.call();
        running.add(new Part(order, part));
        return part;
    }

    /** Stops the parts of one kind before the others. */
    synchronized void stop(Stop order) throws Exception {
        List<Part> chosen =
                running.stream().filter(part -> part.order() == order).toList();
        running.removeAll(chosen);
        for (Part part : chosen) {
            part.stop().close();
        }
    }

    /** Stops all, each even when another fails to; nothing can be started afterwards. */
    @Override
    public synchronized void close() {
        stopped = true;
        running.sort(Comparator.comparing(Part::order));
        boolean failed = false;
        for (Part part : running) {
            try {
                part.stop().close();
            } catch (Exception e) {
                LOG.error("{} did not stop cleanly", part.order(), e);
                failed = true;
            }
        }
        running.clear();
        if (failed) {
            throw new IllegalStateException("not every part stopped cleanly; see the log");
        }
    }
}
