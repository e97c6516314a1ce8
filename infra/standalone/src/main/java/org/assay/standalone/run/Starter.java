package org.assay.standalone.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.assay.standalone.run.Parts.Stop;

/** Starts one part after the other and says so. */
record Starter(Parts parts, Progress progress) {

    <T extends AutoCloseable> T start(String name, Stop order, Callable<T> start) throws Exception {
        progress.starting(name);
        long began = System.nanoTime();
        T part = parts.start(order, start);
        progress.ready(name, Duration.ofNanos(System.nanoTime() - began));
        return part;
    }
}
