package org.assay.testkit.embedded;

import java.time.Duration;

/** Told how the start of the embedded services comes along; called from several threads. */
public interface StartListener {

    /** The service begins to start. */
    void starting(String service);

    /** The service answers. */
    void ready(String service, Duration took);

    /** A listener that is not interested. */
    static StartListener silent() {
        return new StartListener() {
            @Override
            public void starting(String service) {}

            @Override
            public void ready(String service, Duration took) {}
        };
    }
}
