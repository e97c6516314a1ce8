package org.assay.signals.market;

import static org.assay.signals.market.MarketDriver.ETH_USD;
import static org.assay.signals.market.MarketDriver.numbers;
import static org.assay.signals.market.MarketDriver.trade;
import static org.assay.signals.market.MarketDriver.us;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Tick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When which version of a candle is published. */
class CandleVersionsTest {

    private static final String ETH = "coinbase:ETH-USD";

    private final MarketDriver driver = new MarketDriver();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anOpenCandleIsPublishedOnceASecondAtMostAndLongerOnesLessOften() {
        driver.trade(1, "10:00:00.100", "100", "1").tick("coinbase", "10:00:00.200");
        for (int tenth = 3; tenth <= 32; tenth++) {
            String second = "10:00:0" + tenth / 10 + "." + tenth % 10;
            driver.trade(trade(ETH_USD, 10 + tenth, second, "100", "1")).tick("coinbase", second);
        }

        assertThat(driver.versions(ETH, "1m", "10:00:00")).hasSize(1 + 3);
        assertThat(driver.versions("ethereum", "1m", "10:00:00")).hasSize(1 + 3);
        assertThat(driver.versions(ETH, "1h", "10:00:00")).hasSizeBetween(1, 2);
    }

    @Test
    void theFirstVersionOfALongerCandleComesWithTheFirstMinute() {
        driver.tick("coinbase", "10:00:00.200").trade(1, "10:00:07.100", "100", "1");
        driver.tick("coinbase", "10:00:07.200").tick("coinbase", "10:00:08.200");

        for (String name : List.of(ETH, "ethereum")) {
            for (String interval : List.of("1m", "5m", "15m", "1h")) {
                assertThat(driver.versions(name, interval, "10:00:00"))
                        .as(name + " " + interval)
                        .hasSize(1);
            }
            assertThat(driver.versions(name, "4h", "08:00:00")).as(name).hasSize(1);
            assertThat(driver.versions(name, "1d", "00:00:00")).as(name).hasSize(1);
        }
    }

    @Test
    void openCandlesAreNotLeftBehindWhenTheInputEnds() {
        driver.trade(1, "10:00:00.100", "100", "1")
                .tick("coinbase", "10:00:00.200")
                .trade(2, "10:00:00.300", "101", "1")
                .pass(Duration.ofSeconds(6));

        assertThat(driver.latest(ETH, "1d", "00:00:00").getClose()).isEqualTo("101");
        assertThat(driver.latest("ethereum", "1d", "00:00:00").getClose()).isEqualTo("101");
    }

    @Test
    void theLastTickOfAFeedHoldsNothingBack() {
        driver.trade(1, "10:00:00.100", "100", "1")
                .tick("coinbase", "10:00:00.200")
                .trade(2, "10:00:00.300", "101", "1")
                .tick(Tick.newBuilder()
                        .setVenue("coinbase")
                        .setAtUs(us("10:00:00.400"))
                        .setConnected(true)
                        .setLast(true)
                        .build());

        assertThat(driver.latest(ETH, "1d", "00:00:00").getClose()).isEqualTo("101");
        assertThat(driver.latest("ethereum", "1d", "00:00:00").getClose()).isEqualTo("101");
        assertThat(driver.prices().getLast().getAsOfUs()).isEqualTo(us("10:00:00.300"));
    }

    @Test
    void aSilentVenuesCandlesAreClosedByTheWallClockAsIncomplete() {
        try (MarketDriver live = new MarketDriver(MarketDriver.rules(Duration.ofDays(2), true))) {
            live.trade(trade(ETH_USD, 1, "00:00:01", "100", "1"))
                    .tick("coinbase", "00:00:02")
                    .pass(Duration.ofSeconds(1));
            for (int i = 0; i < 150; i++) {
                live.pass(Duration.ofSeconds(1));
            }

            assertThat(live.latest(ETH, "1m", "00:00:00").getClosed()).isTrue();
            Candle quiet = live.latest(ETH, "1m", "00:01:00");
            assertThat(numbers(quiet)).isEqualTo("100 100 100 100 0 0");
            assertThat(quiet.getComplete()).isFalse();
            assertThat(live.latest("ethereum", "1m", "00:01:00").getClosed()).isTrue();
        }
    }

    @Test
    void intervalsWithoutTradesAtTheirBeginningOpenWithTheirFirstTrade() {
        driver.trade(1, "10:03:01", "100", "1")
                .ticks("coinbase", "10:03:02", "10:05:03")
                .trade(2, "10:07:00", "120", "1")
                .ticks("coinbase", "10:05:04", "10:10:03");

        assertThat(numbers(driver.latest(ETH, "5m", "10:05:00"))).isEqualTo("120 120 120 120 1 1");
        assertThat(driver.latest(ETH, "5m", "10:05:00").getComplete()).isTrue();
        assertThat(driver.latest(ETH, "15m", "10:00:00").getComplete()).isFalse();
    }

    @Test
    void everyVersionSaysWhatWasKnownInOrder() {
        driver.trade(1, "10:00:01", "100", "1")
                .ticks("coinbase", "10:00:02", "10:01:03")
                .trade(2, "10:00:50", "101", "1")
                .tick("coinbase", "10:01:04");

        List<Candle> versions = driver.versions(ETH, "1m", "10:00:00");
        assertThat(versions).extracting(Candle::getRevision).isSorted().endsWith(1, 2);
        assertThat(versions).extracting(Candle::getKnownAtUs).isSorted();
    }
}
