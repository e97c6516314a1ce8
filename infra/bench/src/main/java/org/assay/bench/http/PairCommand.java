package org.assay.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench http}: requests a second, latency and CPU per request of two servers, as ratios. */
@Command(
        name = "http",
        description = "Compares two HTTP servers on loopback with wrk, in turn.",
        mixinStandardHelpOptions = true)
public final class PairCommand implements Callable<Integer> {

    @Option(names = "--a", required = true, description = "URL of A, for instance Assay's /v1/prices?ids=...")
    private String urlOfA = "";

    @Option(names = "--a-header", description = "Request header of A, as 'Name: value'.")
    private List<String> headersOfA = List.of();

    @Option(names = "--a-pids", required = true, split = ",", description = "Process ids of A.")
    private List<Long> pidsOfA = List.of();

    @Option(names = "--b", required = true, description = "URL of B, the peer.")
    private String urlOfB = "";

    @Option(names = "--b-header", description = "Request header of B.")
    private List<String> headersOfB = List.of();

    @Option(names = "--b-pids", required = true, split = ",", description = "Process ids of B.")
    private List<Long> pidsOfB = List.of();

    @Option(names = "--connections", defaultValue = "64", description = "Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of a run. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "6", description = "Pairs of runs. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        new Pair(new Wrk(connections), Duration.ofSeconds(seconds), System.out)
                .compare(
                        new Target("A", urlOfA, headersOfA, pidsOfA),
                        new Target("B", urlOfB, headersOfB, pidsOfB),
                        rounds,
                        Duration.ofSeconds(seconds));
        return 0;
    }
}
