package org.assay.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.assay.simulator.universe.Venue;

/** Runs a market until it is stopped: {@code --data DIR [--port N] [--seed N] [--tokens N] [--rate N]}. */
public final class SimulatorMain {

    private static final Set<String> OPTIONS = Set.of("--data", "--port", "--seed", "--tokens", "--rate");

    private static final String LOGGING = "logback.configurationFile";

    private SimulatorMain() {}

    /** Starts the market and waits. Exits with 2 when the arguments are wrong, with 1 when the start fails. */
    // The command line's output is for people; there is no log to write to.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "org/assay/simulator/logback.xml");
        }
        SimulatorSettings settings;
        try {
            settings = read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("usage: --data DIR [--port N] [--seed N] [--tokens N] [--rate TRADES_PER_SECOND]");
            System.exit(2);
            return;
        }
        try {
            Simulator simulator = Simulator.start(settings);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                simulator.close();
                stopped.countDown();
            }));
            for (Venue venue : Venue.values()) {
                System.out.println(
                        venue.id() + ' ' + simulator.webSocketBase(venue.id()) + ' ' + simulator.restBase(venue.id()));
            }
            System.out.println(
                    "asset-codes " + String.join(",", simulator.universe().assetCodes()));
            System.out.println("control " + simulator.controlBase());
            stopped.await();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static SimulatorSettings read(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown option or no value: " + arguments[i]);
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        String data = values.get("--data");
        if (data == null) {
            throw new IllegalArgumentException("--data is missing");
        }
        SimulatorSettings usual = SimulatorSettings.defaults(Path.of(data));
        return usual.withPort(Integer.parseInt(values.getOrDefault("--port", "0")))
                .withSeed(Long.parseLong(values.getOrDefault("--seed", Long.toString(usual.seed()))))
                .withTokens(Integer.parseInt(values.getOrDefault("--tokens", Integer.toString(usual.tokens()))))
                .withTradesPerSecond(
                        Double.parseDouble(values.getOrDefault("--rate", Double.toString(usual.tradesPerSecond()))));
    }
}
