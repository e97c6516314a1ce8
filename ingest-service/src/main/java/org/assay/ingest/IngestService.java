package org.assay.ingest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;

/** The ingest service: streams venues' trades and quotes to Kafka. */
public final class IngestService {

    private IngestService() {}

    /** Runs the service alone, configured by environment variables, with health and metrics over HTTP. */
    public static void main(String[] arguments) {
        Map<String, Object> settings = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (!arguments[i].equals("--capture")) {
                throw new IllegalArgumentException("Unknown option " + arguments[i] + "; there is --capture DIR");
            }
            settings.put("assay.ingest.capture-directory", arguments[i + 1]);
        }
        ApplicationContext context = start(settings);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(context::close));
        context.getBean(EmbeddedServer.class).start();
    }

    /**
     * Starts the workers inside a context of their own; closing it stops them and loses nothing.
     *
     * @param settings override {@link #defaults()}
     * @param singletons beans to use instead of the service's own, for instance a {@link java.time.Clock}
     */
    public static ApplicationContext start(Map<String, Object> settings, Object... singletons) {
        ApplicationContext context = context(settings, singletons);
        try {
            context.getBean(VenueFleet.class).start();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    static ApplicationContext context(Map<String, Object> settings, Object... singletons) {
        Map<String, Object> merged = new HashMap<>(defaults());
        merged.putAll(settings);
        merged.put("assay.ingest.enabled", "true");
        return ApplicationContext.builder()
                .properties(merged)
                .singletons(singletons)
                .deduceEnvironment(false)
                .banner(false)
                .start();
    }

    /** Settings of the HTTP server and its endpoints. */
    static Map<String, Object> defaults() {
        return Map.of(
                "micronaut.application.name", "assay-ingest",
                "micronaut.server.port", "8081",
                "endpoints.all.enabled", "false",
                "endpoints.health.enabled", "true",
                "endpoints.health.sensitive", "false",
                "endpoints.health.details-visible", "ANONYMOUS",
                "endpoints.prometheus.enabled", "true",
                "endpoints.prometheus.sensitive", "false");
    }
}
