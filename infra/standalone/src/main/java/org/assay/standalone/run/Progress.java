package org.assay.standalone.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.assay.testkit.embedded.StartListener;

/** Tells the person at the terminal what is starting, what is ready, and how long it took. */
public final class Progress implements StartListener {

    private final PrintWriter out;

    /** Writes to {@code out}, line by line. */
    public Progress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void starting(String service) {
        line("starting  " + service);
    }

    @Override
    public void ready(String service, Duration took) {
        line(String.format(Locale.ROOT, "ready     %-12s %5.1f s", service, took.toMillis() / 1000.0));
    }

    /** Says something else. */
    public void line(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }
}
