package org.assay.bench.visibility;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.assay.bench.client.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench visibility}: from a trade to its price in the API. */
@Command(
        name = "visibility",
        description = "Measures how soon a trade shows in /v1/prices.",
        mixinStandardHelpOptions = true)
public final class VisibilityCommand implements Callable<Integer> {

    @Mixin
    private Targets targets = new Targets();

    @Option(names = "--token", defaultValue = "bitcoin", description = "Token to watch. Default: ${DEFAULT-VALUE}.")
    private String token = "bitcoin";

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds before the measured ones, while this process warms up. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Histogram latencies = new VisibilityProbe(targets.api(), targets.simulator())
                .measure(token, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        System.out.printf(
                Locale.ROOT,
                "%d trades of %s: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                latencies.getTotalCount(),
                token,
                latencies.getValueAtPercentile(50) / 1_000.0,
                latencies.getValueAtPercentile(90) / 1_000.0,
                latencies.getValueAtPercentile(99) / 1_000.0,
                latencies.getMaxValue() / 1_000.0);
        return 0;
    }
}
