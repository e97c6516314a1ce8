package org.assay.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assay.bench.client.SimulatorControl;
import org.assay.bench.client.Targets;
import org.assay.bench.process.ProcessTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench load}: trades parsed, published, aggregated and stored at a set rate, and whether a backlog grows. */
@Command(
        name = "load",
        description = "Sends trades at a set rate through the whole product and watches what waits before each stage.",
        mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

    private static final int SHOWN_EVERY = 10;

    @Mixin
    private Targets targets = new Targets();

    @Option(names = "--rate", defaultValue = "20000", description = "Trades a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "120", description = "Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds before. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--pids", required = true, split = ",", description = "Processes whose CPU time counts.")
    private List<Long> pids = List.of();

    @Option(names = "--token", defaultValue = "bitcoin", description = "Token whose price is watched.")
    private String token = "bitcoin";

    @Override
    public Integer call() throws IOException, InterruptedException {
        SimulatorControl simulator = targets.simulator();
        LoadProbe probe = new LoadProbe(targets.api(), simulator, new ProcessTree(pids), token);
        double before = simulator.rate();
        simulator.setRate(rate);
        try {
            probe.measure(Duration.ofSeconds(warmUp), LoadCommand::show);
            print(probe.measure(Duration.ofSeconds(seconds), LoadCommand::show));
        } finally {
            simulator.setRate(before);
        }
        return 0;
    }

    private static void show(Backlog sample) {
        if (Math.round(sample.seconds()) % SHOWN_EVERY == 0) {
            System.err.printf(
                    Locale.ROOT,
                    "%4.0f s  sent %9d  waiting: ingest %6d  topology %6d  sinks %6d  price age %5d ms%n",
                    sample.seconds(),
                    sample.sent(),
                    sample.ingest(),
                    sample.topology(),
                    sample.sinks(),
                    sample.priceAgeMs());
        }
    }

    private static void print(LoadResult result) {
        System.out.printf(
                Locale.ROOT,
                "%d trades at %.0f/s: backlog %.2f s in the mean, growing by %.1f records/s (%.2f %% of the rate); "
                        + "oldest price %d ms; %.1f us CPU a trade%n",
                result.trades(),
                result.tradesPerSecond(),
                result.meanDelaySeconds(),
                result.growthPerSecond(),
                100 * result.growthPerSecond() / result.tradesPerSecond(),
                result.greatestPriceAgeMs(),
                result.cpuMicrosPerTrade());
    }
}
