package org.assay.ingest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.events.token.TokenDirectory;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.publish.KafkaConfig;
import org.assay.ingest.publish.KafkaConnection;
import org.assay.ingest.replay.Replay;
import org.assay.ingest.replay.ReplayClock;
import org.assay.ingest.replay.ReplayReport;
import org.assay.ingest.replay.ReplaySpeed;
import org.assay.ingest.venue.VenueAdapter;

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

    /**
     * Replays recordings into Kafka; returns when all of it is acknowledged there.
     *
     * @param settings override {@link #defaults()}
     * @param folder read with all its subfolders
     * @param clock follows the recording; the other services of a replay are to be given the same one
     * @throws IOException when the folder or a file of it cannot be read
     */
    public static ReplayReport replay(Map<String, Object> settings, Path folder, ReplaySpeed speed, ReplayClock clock)
            throws IOException, InterruptedException {
        try (ApplicationContext context = context(settings, clock);
                EventPublisher publisher = KafkaConnection.open(context.getBean(KafkaConfig.class))) {
            MarketResolver resolver = new MarketResolver(
                    context.getBean(TokenDirectory.class),
                    context.getBean(IngestConfig.class).quoteAssets(),
                    publisher.partitions());
            List<VenueAdapter> adapters = context.getBean(Venues.class).adapters();
            return new Replay(adapters, resolver, publisher, clock, speed).run(folder);
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
                // Its filter would be asked at every line that is not logged, Kafka's on the hot path included.
                "micronaut.metrics.binders.logback.enabled", "false",
                "endpoints.prometheus.enabled", "true",
                "endpoints.prometheus.sensitive", "false");
    }
}
