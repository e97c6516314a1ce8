package org.assay.standalone.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to start.
 *
 * @param host address that the API listens on
 * @param port of the API
 * @param capture folder to write received frames to, or null for none
 */
public record UpPlan(
        Source source, String host, int port, @Nullable Path capture) {

    /** Where the API will be. */
    public String url() {
        String reachable = "0.0.0.0".equals(host) || "::".equals(host) ? "127.0.0.1" : host;
        return "http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port;
    }
}
