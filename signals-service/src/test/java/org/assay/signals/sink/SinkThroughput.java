package org.assay.signals.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Candle;
import org.assay.events.v1.MarketEvent;
import org.assay.testkit.embedded.EmbeddedServices;

/**
 * How many rows a second the sinks store, and what a row costs: a backlog is written to Kafka first, then the sinks are
 * started and timed. Run by hand; arguments: trades, candles.
 */
public final class SinkThroughput {

    private static final int MARKETS = 300;
    private static final long TRADE_STEP_US = 50;

    private SinkThroughput() {}

    /** Prints rows a second and microseconds of CPU a row: of this process (Kafka's broker included) and of Postgres. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int trades = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int candles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "throughput")), "run");
        try (SinkStage stage = SinkStage.start(folder)) {
            publish(stage, trades, candles);
            String database = stage.newDatabase();
            // Once with little to store, so that the measured run meets warm code.
            measure(stage, database, trades + candles, "cold");
            SinkStage.run(
                    database,
                    "truncate trade, market_candle, token_candle; update sink_offset set next_offset = 0;"
                            + " update sink_offset set topic_id = 'again'");
            measure(stage, database, trades + candles, "warm");
        }
        // The shared services stop at the end of the process, and their threads would put it off.
        System.exit(0);
    }

    private static void publish(SinkStage stage, int trades, int candles) {
        for (int partition = 0; partition < 8; partition++) {
            List<MarketEvent> events = new ArrayList<>();
            for (int i = partition; i < trades; i += 8) {
                events.add(Records.event(
                        Records.trade("SYM" + i % MARKETS + "USDT", i, Records.START_US + i * TRADE_STEP_US)));
                if (events.size() == 20_000) {
                    stage.publishAll(Topic.TRADES, "key" + partition, events);
                    events.clear();
                }
            }
            stage.publishAll(Topic.TRADES, "key" + partition, events);
        }
        List<Candle> versions = new ArrayList<>();
        for (int i = 0; i < candles; i++) {
            // Ten versions of each candle, as open candles have.
            long minute = i / (MARKETS * 10);
            versions.add(Records.candle(
                            "token-" + i % MARKETS,
                            "1m",
                            Records.START_US + minute * 60_000_000L,
                            0,
                            Records.START_US + minute * 60_000_000L + i)
                    .build());
        }
        stage.publishAll(Topic.CANDLES, "candles", versions);
    }

    private static void measure(SinkStage stage, String database, int records, String name)
            throws InterruptedException {
        Duration postgresBefore = postgresCpu();
        Duration ownBefore = ownCpu();
        long begin = System.nanoTime();
        double seconds;
        double commits;
        try (ApplicationContext service = stage.service(
                database,
                Map.of("assay.signals.sink.fetch-wait", "200ms", "assay.signals.sink.redis-interval", "1s"))) {
            if (!service.getBean(SinkProgress.class).awaitCaughtUp(Duration.ofMinutes(5))) {
                throw new IllegalStateException("not stored within 5 minutes");
            }
            seconds = (System.nanoTime() - begin) / 1e9;
            commits = service.getBean(MeterRegistry.class)
                    .get("assay.sink.commit")
                    .tag("sink", "trades")
                    .timer()
                    .count();
        }
        double own = ownCpu().minus(ownBefore).toNanos() / 1e3 / records;
        double postgres = postgresCpu().minus(postgresBefore).toNanos() / 1e3 / records;
        System.out.printf(
                "%s: %d records in %.1f s, %.0f/s; CPU a record: process %.1f us, Postgres %.1f us; %.0f commits of trades;"
                        + " rows %s%n",
                name,
                records,
                seconds,
                records / seconds,
                own,
                postgres,
                commits,
                SinkStage.rows(database, "select (select count(*) from trade), (select count(*) from token_candle)"));
    }

    private static Duration ownCpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    // Of the server and of those of its processes that live; a backend that ended has left its time with its parent.
    private static Duration postgresCpu() {
        String folder = SinkStage.rows(EmbeddedServices.shared().postgres().database(), "show data_directory")
                .getFirst();
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(Path.of(folder, "postmaster.pid")).getFirst());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            long ticks = ticks(pid, true);
            for (ProcessHandle child : server.children().toList()) {
                ticks += ticks(child.pid(), false);
            }
            return Duration.ofMillis(ticks * 10);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long ticks(long pid, boolean withEnded) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        long own = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
        return withEnded ? own + Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14)) : own;
    }
}
