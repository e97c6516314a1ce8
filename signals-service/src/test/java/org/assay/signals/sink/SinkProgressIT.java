package org.assay.signals.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Market;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Tick;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology and the sinks together, as a replay runs them. */
class SinkProgressIT {

    private static final long START = Records.START_US;
    private static final long SECOND = 1_000_000L;

    @TempDir
    static Path folder;

    private static SinkStage stage;

    @BeforeAll
    static void start() throws InterruptedException {
        stage = SinkStage.start(folder);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void afterTheLastTickEverythingIsInPostgresTheSameForEveryRun() throws InterruptedException {
        String first = stage.newDatabase();
        String second = stage.newDatabase();
        publishFeed();

        run(first, "first");
        List<String> stored = SinkStage.dump(first);
        // The same service again, and another that has nothing yet but the log of what was computed.
        run(first, "first");
        run(second, "first");

        assertThat(SinkStage.rows(first, "select count(*) from trade")).containsExactly("1800");
        assertThat(
                        SinkStage.rows(
                                first,
                                "select interval, sum(trades) from market_candle where symbol = 'ETH-USD' group by 1 order by 1"))
                .containsExactly("15m|1800", "1d|1800", "1h|1800", "1m|1800", "4h|1800", "5m|1800");
        assertThat(
                        SinkStage.rows(
                                first,
                                "select interval, sum(trades) from token_candle where token = 'ethereum' group by 1 order by 1"))
                .containsExactly("15m|1800", "1d|1800", "1h|1800", "1m|1800", "4h|1800", "5m|1800");
        assertThat(SinkStage.dump(first)).isEqualTo(stored);
        assertThat(SinkStage.dump(second)).isEqualTo(stored);
    }

    private static void publishFeed() {
        Market market = Records.market("coinbase", "ETH-USD").toBuilder()
                .setQuoteToken("fiat:USD")
                .build();
        List<MarketEvent> events = new ArrayList<>();
        long id = 0;
        for (int second = 0; second < 180; second++) {
            for (int i = 0; i < 10; i++) {
                events.add(Records.event(Records.trade("ETH-USD", id++, START + second * SECOND + i * 90_000L)
                        .setMarket(market)));
            }
            events.add(tick(START + (second + 1) * SECOND, second == 179));
        }
        stage.publishAll(Topic.TRADES, "ethereum", events);
    }

    private static MarketEvent tick(long atUs, boolean last) {
        return MarketEvent.newBuilder()
                .setTick(Tick.newBuilder()
                        .setVenue("coinbase")
                        .setAtUs(atUs)
                        .setConnected(true)
                        .setLast(last))
                .build();
    }

    private static void run(String database, String application) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("assay.signals.streams.enabled", true);
        settings.put("assay.signals.streams.application-id", application);
        settings.put("assay.signals.streams.state-dir", folder.resolve("state").toString());
        settings.put("assay.signals.candles.close-by-wall-clock", false);
        settings.put("assay.signals.candles.retention", "0s");
        try (ApplicationContext service = stage.service(database, settings)) {
            assertThat(service.getBean(SinkProgress.class).awaitCaughtUp(Duration.ofMinutes(2)))
                    .isTrue();
        }
    }
}
