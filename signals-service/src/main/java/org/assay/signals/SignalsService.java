package org.assay.signals;

import static java.util.Map.entry;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The signals service: computes reference prices and candles from the trades topic and stores what it computes.
 *
 * <p>Runs alone ({@link #main}), with health and metrics on its own HTTP port, or inside another process
 * ({@link #start}), without one.
 */
public final class SignalsService {

    // Micronaut's own order: environment variables stand at -200, system properties at -100; the higher wins.
    private static final int BELOW_ENVIRONMENT = -400;
    private static final int ABOVE_SYSTEM_PROPERTIES = 0;

    private SignalsService() {}

    /** Runs until the process is told to stop. Settings come from environment variables and system properties. */
    public static void main(String[] args) throws InterruptedException {
        // Kept out of the jar's root, where the services' files would hide one another on a shared class path.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/assay/signals/logback.xml");
        }
        ApplicationContext context = start(Map.of());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            context.close();
                            stopped.countDown();
                        },
                        "signals-shutdown"));
        context.getBean(EmbeddedServer.class).start();
        stopped.await();
    }

    /**
     * Starts the service without an HTTP server; closing the answered context stops it and loses nothing.
     *
     * @param settings keys as in {@link #defaults()}; they win over environment variables and system properties
     * @param singletons beans to use instead of the service's own, for instance a {@link java.time.Clock}
     * @throws RuntimeException when Kafka or another required service cannot be used
     */
    public static ApplicationContext start(Map<String, Object> settings, Object... singletons) {
        return ApplicationContext.builder()
                .propertySources(
                        PropertySource.of("signals-defaults", defaults(), BELOW_ENVIRONMENT),
                        PropertySource.of("signals-settings", settings, ABOVE_SYSTEM_PROPERTIES),
                        PropertySource.of(
                                "signals-enabled",
                                Map.<String, Object>of("assay.signals.enabled", true),
                                ABOVE_SYSTEM_PROPERTIES + 1))
                .singletons(singletons)
                .deduceEnvironment(false)
                .banner(false)
                .start();
    }

    /** The framework settings of this service. Its own settings default in their configuration records. */
    public static Map<String, Object> defaults() {
        return Map.ofEntries(
                entry("micronaut.application.name", "signals-service"),
                entry("micronaut.server.port", 8082),
                entry("endpoints.all.enabled", false),
                entry("endpoints.health.enabled", true),
                entry("endpoints.health.sensitive", false),
                entry("endpoints.health.details-visible", "ANONYMOUS"),
                // Only service discovery would ask it, and it goes on asking while the service stops.
                entry("micronaut.health.monitor.enabled", false),
                // The sinks' own indicator of Postgres says why, by code.
                entry("endpoints.health.jdbc.enabled", false),
                // Its filter would be asked at every line that is not logged, Kafka's on the hot path included.
                entry("micronaut.metrics.binders.logback.enabled", false),
                entry("endpoints.prometheus.enabled", true),
                entry("endpoints.prometheus.sensitive", false));
    }
}
