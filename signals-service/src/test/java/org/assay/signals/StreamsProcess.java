package org.assay.signals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assay.signals.market.CandleRules;
import org.assay.signals.price.PriceRules;

/** The stream processing in a process of its own, which a test can kill. Arguments: bootstrap servers, state folder. */
final class StreamsProcess {

    private StreamsProcess() {}

    public static void main(String[] args) throws InterruptedException {
        StreamsLifecycle streams = new StreamsLifecycle(
                new KafkaConfiguration(args[0], 2, 1, Duration.ofSeconds(6)),
                new StreamsConfiguration(
                        true,
                        "assay-signals",
                        2,
                        args[1],
                        Duration.ofMillis(100),
                        Duration.ofMillis(20),
                        Duration.ofMillis(5),
                        64L << 20,
                        Duration.ofSeconds(30)),
                new CandleRules(
                        Duration.ofSeconds(2),
                        Duration.ZERO,
                        Duration.ofSeconds(60),
                        false,
                        Duration.ofSeconds(10),
                        Duration.ofHours(1)),
                new PriceRules(
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        new BigDecimal("5"),
                        3,
                        new BigDecimal("0.001"),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(10)),
                new SimpleMeterRegistry());
        streams.start();
        new CountDownLatch(1).await();
    }
}
