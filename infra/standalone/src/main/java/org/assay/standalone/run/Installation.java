package org.assay.standalone.run;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.assay.api.ApiService;
import org.assay.events.topic.TopicProvisioner;
import org.assay.ingest.replay.ReplayClock;
import org.assay.signals.SignalsService;
import org.assay.standalone.folder.Claim;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.assay.standalone.folder.Running;
import org.assay.standalone.folder.Running.State;
import org.assay.standalone.run.Parts.Stop;
import org.assay.testkit.embedded.EmbeddedServices;
import org.postgresql.ds.PGSimpleDataSource;

/** All parts of an installation in this process. */
public final class Installation implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final UpPlan plan;
    private final Claim claim;
    private final DataFolder folder;
    private final Progress progress;
    private final Parts parts = new Parts();
    private final Starter starter;
    private final InstallationHealth health = new InstallationHealth();
    private volatile Running running;

    /** Plans the installation; {@link #start} starts it, and {@link #close} also sets the folder free. */
    public Installation(UpPlan plan, Claim claim, Progress progress) {
        this.plan = plan;
        this.claim = claim;
        this.folder = claim.folder();
        this.progress = progress;
        this.starter = new Starter(parts, progress);
        this.running = new Running(
                ProcessHandle.current().pid(),
                ProcessHandle.current().info().startInstant().orElseThrow(),
                plan.source().marketData(),
                State.STARTING,
                plan.url(),
                0);
    }

    /**
     * Starts all parts and returns when the installation is ready, that is, when its readiness says so.
     *
     * @throws Exception when a part does not start; the caller closes the rest
     */
    public void start() throws Exception {
        long began = System.nanoTime();
        announce(running);
        EmbeddedServices services = parts.start(Stop.SERVICES, () -> EmbeddedServices.start(folder.path(), progress));
        announce(running.withPostgresPort(services.postgres().port()));
        applyTopics(services);
        Map<String, Object> settings = settings(services);
        ReplayClock recorded = new ReplayClock();
        Object[] clocks = plan.source() instanceof Source.Recorded ? new Object[] {recorded} : new Object[0];
        ApplicationContext signals =
                starter.start("signals", Stop.SIGNALS, () -> SignalsService.start(settings, clocks));
        health.watch("signals", signals);
        ApplicationContext api =
                starter.start("api", Stop.API, () -> ApiService.start(apiSettings(settings), with(health, clocks)));
        SharedMetrics metrics = new SharedMetrics(api);
        metrics.include(signals);
        new FirstKey(folder.resolve("api-key"), database(services)).ensure();
        feed(settings, signals, recorded, metrics);
        awaitReadiness();
        // In this order: whoever waits for the state may look no further.
        sayReady(Duration.ofNanos(System.nanoTime() - began));
        announce(running.with(State.READY));
    }

    private void feed(
            Map<String, Object> settings, ApplicationContext signals, ReplayClock clock, SharedMetrics metrics)
            throws Exception {
        MarketFeed feed = new MarketFeed(starter, progress);
        switch (plan.source()) {
            case Source.Live() -> joined(feed.live(settings, plan.capture()), metrics);
            case Source.Simulated(int rate) -> {
                Path market = folder.resolve("simulator");
                joined(feed.simulated(settings, plan.capture(), market, rate), metrics);
            }
            case Source.Recorded recorded -> {
                health.complete();
                new RecordedFeed(recorded, clock, progress).run(settings, signals);
            }
        }
        health.complete();
    }

    private void joined(ApplicationContext ingest, SharedMetrics metrics) {
        health.watch("ingest", ingest);
        metrics.include(ingest);
    }

    private static Object[] with(Object first, Object... others) {
        return Stream.concat(Stream.of(first), Arrays.stream(others)).toArray();
    }

    private void announce(Running now) throws IOException {
        running = now;
        claim.announce(now);
    }

    private static void applyTopics(EmbeddedServices services) throws InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", services.kafka().bootstrapServers()))) {
            new TopicProvisioner(PARTITIONS, (short) 1).apply(admin);
        }
    }

    private Map<String, Object> settings(EmbeddedServices services) throws IOException {
        Map<String, Object> settings = new HashMap<>(services.settings());
        settings.put("assay.kafka.partitions", PARTITIONS);
        settings.put(
                "assay.signals.streams.state-dir", folder.resolve("streams").toString());
        if (plan.source() instanceof Source.Recorded) {
            settings.putAll(RecordedFeed.SETTINGS);
        }
        if (plan.source() instanceof Source.Simulated) {
            Path supplies = folder.resolve("simulator").resolve("supplies.csv");
            SimulatedSupplies.write(supplies, MarketFeed.FIRST_DAY);
            settings.put("assay.signals.rating.supply-file", supplies.toString());
        }
        return settings;
    }

    private Map<String, Object> apiSettings(Map<String, Object> common) {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put("micronaut.server.host", plan.host());
        settings.put("micronaut.server.port", plan.port());
        return settings;
    }

    private static PGSimpleDataSource database(EmbeddedServices services) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(services.postgres().jdbcUrl(services.postgres().database()));
        database.setUser(services.postgres().username());
        database.setPassword(services.postgres().password());
        return database;
    }

    private void awaitReadiness() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(plan.url() + "/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String said = "";
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String lack = lack(client, request); !lack.isEmpty(); lack = lack(client, request)) {
                if (!lack.equals(said)) {
                    said = lack;
                    progress.line("waiting   " + lack);
                }
                if (System.nanoTime() > deadline) {
                    throw new Refusal(
                            Reason.NOT_STARTED,
                            "not ready within " + PATIENCE.toSeconds() + " s: " + lack,
                            "see " + folder.resolve("log").resolve("assay.log"));
                }
                Thread.sleep(200);
            }
        }
    }

    /** What the installation still lacks to be ready; empty when it is. */
    private String lack(HttpClient client, HttpRequest readiness) throws InterruptedException {
        try {
            int status = client.send(readiness, BodyHandlers.discarding()).statusCode();
            if (status == 200) {
                return "";
            }
            String complaints = health.complaints();
            return complaints.isEmpty() ? "readiness answers " + status : complaints;
        } catch (IOException e) {
            return "readiness does not answer (" + e + ")";
        }
    }

    private void sayReady(Duration took) {
        progress.line("""

                Assay is ready after %.1f s (%s market data).
                  API      %s
                  API key  in %s
                  Log      %s
                  Try      curl -H "x-api-key: $(cat %s)" '%s/v1/prices?ids=bitcoin'
                  Stop     ./assay down, or Ctrl-C in the foreground
                """.formatted(
                        took.toMillis() / 1000.0,
                        plan.source().marketData().label(),
                        plan.url(),
                        folder.resolve("api-key"),
                        folder.resolve("log").resolve("assay.log"),
                        folder.resolve("api-key"),
                        plan.url()));
    }

    /** Stops all parts in order and sets the folder free. */
    @Override
    public void close() throws IOException {
        try (claim) {
            announce(running.with(State.STOPPING));
            parts.close();
        }
    }
}
