package org.assay.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/**
 * How a simulation is set up.
 *
 * @param dataFolder where the few numbers that the market is a function of are kept; a second start in the same folder
 *     continues the same market, with its seed, epoch and number of tokens
 * @param port 0 for any free one
 * @param seed what makes this market different from another
 * @param epoch the first day of the price paths; nothing is served before it
 * @param tokens the first so many of the directory
 * @param tradesPerSecond over all markets, 10 to 50,000; a rate other than at the last stop holds from this start on
 * @param tradeHistory how long before the first start trades exist
 * @param tick how often streams are sent to
 * @param slowReaderLimit a client that does not read for this long is disconnected
 * @param restGenerosity how many times the venues' real request budgets are allowed
 * @param clock the time of the market
 */
public record SimulatorSettings(
        Path dataFolder,
        int port,
        long seed,
        LocalDate epoch,
        int tokens,
        double tradesPerSecond,
        Duration tradeHistory,
        Duration tick,
        Duration slowReaderLimit,
        int restGenerosity,
        Clock clock) {

    private static final double LEAST_RATE = 10;
    private static final double MOST_RATE = 50_000;

    public SimulatorSettings {
        checkRate(tradesPerSecond);
        if (tokens < 1) {
            throw new IllegalArgumentException("A market needs at least one token, not " + tokens);
        }
        if (restGenerosity < 1) {
            throw new IllegalArgumentException("restGenerosity must be at least 1, not " + restGenerosity);
        }
    }

    /** A free port, seed 1, 200 tokens, 200 trades/s, 10 minutes of trades, the system's clock. */
    public static SimulatorSettings defaults(Path dataFolder) {
        return new SimulatorSettings(
                dataFolder,
                0,
                1,
                LocalDate.of(2025, 1, 1),
                200,
                200,
                Duration.ofMinutes(10),
                Duration.ofMillis(5),
                Duration.ofSeconds(10),
                10,
                Clock.systemUTC());
    }

    public SimulatorSettings withPort(int value) {
        return new SimulatorSettings(
                dataFolder,
                value,
                seed,
                epoch,
                tokens,
                tradesPerSecond,
                tradeHistory,
                tick,
                slowReaderLimit,
                restGenerosity,
                clock);
    }

    public SimulatorSettings withSeed(long value) {
        return new SimulatorSettings(
                dataFolder,
                port,
                value,
                epoch,
                tokens,
                tradesPerSecond,
                tradeHistory,
                tick,
                slowReaderLimit,
                restGenerosity,
                clock);
    }

    public SimulatorSettings withTokens(int value) {
        return new SimulatorSettings(
                dataFolder,
                port,
                seed,
                epoch,
                value,
                tradesPerSecond,
                tradeHistory,
                tick,
                slowReaderLimit,
                restGenerosity,
                clock);
    }

    public SimulatorSettings withTradesPerSecond(double value) {
        return new SimulatorSettings(
                dataFolder,
                port,
                seed,
                epoch,
                tokens,
                value,
                tradeHistory,
                tick,
                slowReaderLimit,
                restGenerosity,
                clock);
    }

    public SimulatorSettings withSlowReaderLimit(Duration value) {
        return new SimulatorSettings(
                dataFolder,
                port,
                seed,
                epoch,
                tokens,
                tradesPerSecond,
                tradeHistory,
                tick,
                value,
                restGenerosity,
                clock);
    }

    public SimulatorSettings withRestGenerosity(int value) {
        return new SimulatorSettings(
                dataFolder,
                port,
                seed,
                epoch,
                tokens,
                tradesPerSecond,
                tradeHistory,
                tick,
                slowReaderLimit,
                value,
                clock);
    }

    public SimulatorSettings withClock(Clock value) {
        return new SimulatorSettings(
                dataFolder,
                port,
                seed,
                epoch,
                tokens,
                tradesPerSecond,
                tradeHistory,
                tick,
                slowReaderLimit,
                restGenerosity,
                value);
    }

    static double checkRate(double tradesPerSecond) {
        if (!(tradesPerSecond >= LEAST_RATE && tradesPerSecond <= MOST_RATE)) {
            throw new IllegalArgumentException(
                    "The rate must be 10 to 50,000 trades a second, but is " + tradesPerSecond);
        }
        return tradesPerSecond;
    }
}
