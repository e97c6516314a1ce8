package org.assay.signals.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.events.v1.Tick;
import org.junit.jupiter.api.Test;

class LastTickTest {

    @Test
    void theLastTickOfAFeedPublishesOpenCandlesOfEveryInterval() {
        try (MarketDriver driver = new MarketDriver()) {
            driver.ticks("coinbase", "10:00:00", "10:00:01").trade(1, "10:00:01.500", "3000", "1");
            driver.tick("coinbase", "10:00:02").trade(2, "10:00:02.500", "3010", "2");

            assertThat(driver.latest("coinbase:ETH-USD", "1d", "00:00:00").getClose())
                    .isEqualTo("3000");
            driver.tick(last("10:00:03"));

            for (String name : new String[] {"coinbase:ETH-USD", "ethereum"}) {
                for (String interval : new String[] {"1m", "5m", "15m", "1h"}) {
                    assertThat(MarketDriver.numbers(driver.latest(name, interval, "10:00:00")))
                            .as(name + " " + interval)
                            .isEqualTo("3000 3010 3000 3010 3 2");
                }
                assertThat(driver.latest(name, "4h", "08:00:00").getClose()).isEqualTo("3010");
                assertThat(driver.latest(name, "1d", "00:00:00").getClose()).isEqualTo("3010");
            }
        }
    }

    @Test
    void itDoesSoAlsoWhenItIsNotNew() {
        try (MarketDriver driver = new MarketDriver()) {
            driver.ticks("coinbase", "10:00:00", "10:00:02").trade(1, "10:00:01.500", "3000", "1");

            driver.tick(last("10:00:02"));

            assertThat(driver.latest("ethereum", "1d", "00:00:00").getClose()).isEqualTo("3000");
        }
    }

    private static Tick last(String time) {
        return Tick.newBuilder()
                .setVenue("coinbase")
                .setAtUs(MarketDriver.us(time))
                .setConnected(true)
                .setLast(true)
                .build();
    }
}
