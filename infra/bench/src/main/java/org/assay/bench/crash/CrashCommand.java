package org.assay.bench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assay.bench.audit.AuditResult;
import org.assay.bench.audit.CandleAudit;
import org.assay.bench.client.AssayApi;
import org.assay.bench.client.SimulatorControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench crash}: kills a simulated installation under load, starts it again, and audits every candle around it. */
@Command(
        name = "crash",
        description =
                "Kills an installation of its own under load and audits its candles. Exit code 1 on a difference.",
        mixinStandardHelpOptions = true)
public final class CrashCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** A candle is closed a few seconds after its minute; late trades may amend it for a while longer. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    @Option(names = "--assay", defaultValue = "./assay", description = "The launcher. Default: ${DEFAULT-VALUE}.")
    private Path launcher = Path.of("assay");

    @Option(names = "--data", required = true, description = "A data folder for this run; emptied first.")
    private Path data = Path.of("");

    @Option(names = "--port", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--rate", defaultValue = "2000", description = "Trades a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "90", description = "Load before the kill. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SimulatedInstallation installation = new SimulatedInstallation(launcher, data, port);
        say("ready after %.1f s", seconds(installation.up(true)));
        try {
            installation.simulator().setRate(rate);
            Instant from = nextMinute(Instant.now());
            Thread.sleep(Duration.ofSeconds(seconds));
            Instant killed = Instant.now();
            installation.kill();
            say("killed at %s under %d trades/s", killed, rate);
            say("ready again after %.1f s", seconds(installation.up(false)));
            Instant to = nextMinute(Instant.now());
            AssayApi api = installation.api();
            awaitSettled(api, to);
            return audit(api, installation.simulator(), from, to);
        } finally {
            installation.down();
        }
    }

    private static void awaitSettled(AssayApi api, Instant end) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end.plus(SETTLED)) || api.openGaps() > 0) {
            if (Instant.now().isAfter(deadline)) {
                say("%d gaps are still open", api.openGaps());
                return;
            }
            Thread.sleep(POLL);
        }
    }

    private static int audit(AssayApi api, SimulatorControl simulator, Instant from, Instant to)
            throws IOException, InterruptedException {
        var markets = simulator.markets();
        AuditResult result = new CandleAudit(api, simulator).audit(markets, from, to);
        result.examples().forEach(System.out::println);
        say("gaps by status: %s", api.gapsByStatus());
        say(
                "%d markets, %s to %s, %d candles, %d trades: %d candles differ",
                markets.size(), from, to, result.minutes(), result.trades(), result.wrong());
        return result.wrong() == 0 ? 0 : 1;
    }

    private static Instant nextMinute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
