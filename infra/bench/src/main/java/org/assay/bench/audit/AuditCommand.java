package org.assay.bench.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.bench.client.SimulatorControl.SimulatedMarket;
import org.assay.bench.client.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench audit}: every one-minute candle against the trades of the simulated market. */
@Command(
        name = "audit",
        description =
                "Compares the candles that the API serves with the simulator's trades. Exit code 1 on a difference.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

    @Mixin
    private Targets targets = new Targets();

    @Option(names = "--from", required = true, description = "First minute, RFC 3339.")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", required = true, description = "End of the last minute, RFC 3339.")
    private Instant to = Instant.EPOCH;

    @Option(names = "--venue", defaultValue = "", description = "Only this venue.")
    private String venue = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<SimulatedMarket> markets = targets.simulator().markets().stream()
                .filter(market -> market.id().startsWith(venue))
                .toList();
        AuditResult result = new CandleAudit(targets.api(), targets.simulator()).audit(markets, from, to);
        result.examples().forEach(System.out::println);
        System.out.printf(
                "%d markets, %d candles, %d trades: %d candles differ%n",
                markets.size(), result.minutes(), result.trades(), result.wrong());
        return result.wrong() == 0 ? 0 : 1;
    }
}
