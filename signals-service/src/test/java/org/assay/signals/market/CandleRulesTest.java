package org.assay.signals.market;

import static org.assay.signals.market.MarketDriver.ETH_USD;
import static org.assay.signals.market.MarketDriver.numbers;
import static org.assay.signals.market.MarketDriver.trade;
import static org.assay.signals.market.MarketDriver.us;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Gap;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.events.v1.VenueCandle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CandleRulesTest {

    private static final String ETH = "coinbase:ETH-USD";

    private final MarketDriver driver = new MarketDriver();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aMinuteIsHalfOpenAndClosesAtTheTickAfterItsGrace() {
        driver.trade(1, "10:00:00", "100", "1")
                .trade(2, "10:00:59.999999", "102.50", "2")
                .trade(3, "10:01:00", "99", "1")
                .tick("coinbase", "10:01:01.999");
        assertThat(driver.latest(ETH, "1m", "10:00:00").getClosed()).isFalse();

        driver.tick("coinbase", "10:01:02");

        Candle candle = driver.latest(ETH, "1m", "10:00:00");
        assertThat(numbers(candle)).isEqualTo("100 102.5 100 102.5 3 2");
        assertThat(candle.getQuoteVolume()).isEqualTo("305");
        assertThat(candle.getClosed()).isTrue();
        assertThat(candle.getRevision()).isEqualTo(1);
    }

    @Test
    void tradesOfTheSameTimeAreOrderedByTheirIds() {
        driver.trade(10, "10:00:05", "103", "1")
                .trade(9, "10:00:05", "101", "1")
                .trade(11, "10:00:05", "102", "1")
                .ticks("coinbase", "10:00:06", "10:01:03");

        assertThat(numbers(driver.latest(ETH, "1m", "10:00:00"))).isEqualTo("101 103 101 102 3 3");
    }

    @Test
    void aTradeCountsOnceHoweverOftenItComes() {
        Trade once = trade(ETH_USD, 7, "10:00:01", "100", "1.5");
        driver.trade(once).trade(once).ticks("coinbase", "10:00:02", "10:01:03").trade(once);
        driver.tick("coinbase", "10:01:04");

        assertThat(driver.latest(ETH, "1m", "10:00:00").getVolume()).isEqualTo("1.5");
        assertThat(driver.latest(ETH, "1m", "10:00:00").getRevision()).isEqualTo(1);
        assertThat(driver.counted("trade_duplicate")).isEqualTo(2);
    }

    @Test
    void idsThatAreNotConsecutiveOrNoNumbersAreDeduplicatedToo() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 60; i++) {
                driver.trade(trade(ETH_USD, 1_000_000L + i * 977L, "10:00:01", "100", "1"));
                driver.trade(Trade.newBuilder(trade(ETH_USD, 0, "10:00:02", "100", "1"))
                        .clearSequence()
                        .setTradeId("t-" + i)
                        .build());
            }
        }
        driver.ticks("coinbase", "10:00:03", "10:01:03");

        assertThat(driver.latest(ETH, "1m", "10:00:00").getVolume()).isEqualTo("120");
        assertThat(driver.counted("trade_duplicate")).isEqualTo(120);
    }

    @Test
    void aLateTradeAmendsTheCandleAndAllLongerOnesAsANewRevisionAtTheNextTick() {
        driver.trade(1, "10:00:01", "100", "1")
                .ticks("coinbase", "10:00:02", "10:06:03")
                .trade(2, "10:00:30", "110", "1")
                .trade(3, "10:00:31", "90", "1");
        assertThat(driver.latest(ETH, "1m", "10:00:00").getRevision()).isEqualTo(1);

        driver.tick("coinbase", "10:06:04");

        Candle minute = driver.latest(ETH, "1m", "10:00:00");
        assertThat(numbers(minute)).isEqualTo("100 110 90 90 3 3");
        assertThat(minute.getRevision()).isEqualTo(2);
        Candle five = driver.latest(ETH, "5m", "10:00:00");
        assertThat(numbers(five)).isEqualTo("100 110 90 90 3 3");
        assertThat(five.getRevision()).isEqualTo(2);
        assertThat(driver.latest("ethereum", "5m", "10:00:00").getRevision()).isEqualTo(2);
        // The quiet minute after it shows the new last price.
        assertThat(numbers(driver.latest(ETH, "1m", "10:03:00"))).isEqualTo("90 90 90 90 0 0");
        assertThat(driver.latest(ETH, "1m", "10:03:00").getRevision()).isEqualTo(2);
    }

    @Test
    void aQuietWatchedMinuteHasAZeroTradeCandleAtThePreviousClose() {
        driver.trade(1, "10:00:01", "100", "1").ticks("coinbase", "10:00:02", "10:03:03");

        Candle quiet = driver.latest(ETH, "1m", "10:02:00");
        assertThat(numbers(quiet)).isEqualTo("100 100 100 100 0 0");
        assertThat(quiet.getComplete()).isTrue();
        assertThat(quiet.getClosed()).isTrue();
    }

    @Test
    void theMinuteInWhichTheStreamBeganIsNotComplete() {
        driver.trade(1, "10:00:01", "100", "1")
                .trade(2, "10:01:01", "100", "1")
                .ticks("coinbase", "10:00:02", "10:02:03");

        assertThat(driver.latest(ETH, "1m", "10:00:00").getComplete()).isFalse();
        assertThat(driver.latest(ETH, "1m", "10:01:00").getComplete()).isTrue();
    }

    @Test
    void aMinuteWithATickThatWasNotLiveIsNotCompleteUntilTheGapIsFilled() {
        driver.trade(1, "10:00:01", "100", "1")
                .ticks("coinbase", "10:00:02", "10:01:10")
                .tick(Tick.newBuilder()
                        .setVenue("coinbase")
                        .setAtUs(us("10:01:11"))
                        .setConnected(true)
                        .addNotLive("ETH-USD")
                        .build())
                .gap(gap("10:01:10", "10:01:20", Gap.Status.STATUS_OPEN))
                .ticks("coinbase", "10:01:12", "10:02:03");
        assertThat(driver.latest(ETH, "1m", "10:01:00").getComplete()).isFalse();
        assertThat(driver.latest(ETH, "1m", "10:01:00").getRevision()).isEqualTo(1);

        driver.trade(2, "10:01:15", "105", "1")
                .gap(gap("10:01:10", "10:01:20", Gap.Status.STATUS_FILLED_BY_TRADES))
                .tick("coinbase", "10:02:04");

        Candle filled = driver.latest(ETH, "1m", "10:01:00");
        assertThat(filled.getComplete()).isTrue();
        assertThat(filled.getRevision()).isEqualTo(2);
        assertThat(numbers(filled)).isEqualTo("105 105 105 105 1 1");

        // The same gap said again, as a second replay does, changes nothing.
        driver.gap(gap("10:01:10", "10:01:20", Gap.Status.STATUS_OPEN)).tick("coinbase", "10:02:05");
        assertThat(driver.latest(ETH, "1m", "10:01:00").getRevision()).isEqualTo(2);
    }

    @Test
    void aGapThatCannotBeFilledLeavesItsMinutesIncomplete() {
        driver.trade(1, "10:00:01", "100", "1")
                .ticks("coinbase", "10:00:02", "10:01:30")
                .gap(gap("10:01:10", "10:01:20", Gap.Status.STATUS_UNFILLABLE))
                .ticks("coinbase", "10:01:31", "10:03:03");

        assertThat(driver.latest(ETH, "1m", "10:01:00").getComplete()).isFalse();
        assertThat(driver.latest(ETH, "1m", "10:02:00").getComplete()).isTrue();
    }

    @Test
    void aRepairReplacesTheMinuteAndLaterTradesLeaveItAlone() {
        driver.trade(1, "10:00:01", "100", "1")
                .ticks("coinbase", "10:00:02", "10:01:03")
                .candle(venueCandle("1m", "10:00:00", VenueCandle.Purpose.PURPOSE_REPAIR, "99", "101"))
                .trade(2, "10:00:02", "500", "1")
                .tick("coinbase", "10:01:04");

        Candle repaired = driver.latest(ETH, "1m", "10:00:00");
        assertThat(repaired.getSource()).isEqualTo(Candle.Source.SOURCE_VENUE);
        assertThat(repaired.getOpen()).isEqualTo("99");
        assertThat(repaired.getHigh()).isEqualTo("101");
        assertThat(repaired.getRevision()).isEqualTo(2);
        assertThat(driver.counted("trade_superseded")).isEqualTo(1);
    }

    @Test
    void historyFillsOnlyTimeBeforeTheFirstTrade() {
        driver.trade(1, "10:05:30", "100", "1")
                .candle(venueCandle("1m", "10:04:00", VenueCandle.Purpose.PURPOSE_HISTORY, "98", "99"))
                .candle(venueCandle("1m", "10:05:00", VenueCandle.Purpose.PURPOSE_HISTORY, "1", "2"))
                .candle(venueCandle("1h", "10:00:00", VenueCandle.Purpose.PURPOSE_HISTORY, "1", "2"))
                .candle(venueCandle("1h", "08:00:00", VenueCandle.Purpose.PURPOSE_HISTORY, "90", "95"))
                .ticks("coinbase", "10:05:31", "10:10:03");

        assertThat(driver.latest(ETH, "1m", "10:04:00").getClose()).isEqualTo("99");
        assertThat(driver.latest(ETH, "1m", "10:04:00").getRevision()).isEqualTo(1);
        assertThat(driver.latest(ETH, "1m", "10:05:00").getClose()).isEqualTo("100");
        assertThat(driver.latest(ETH, "1h", "08:00:00").getClose()).isEqualTo("95");
        assertThat(driver.latest("ethereum", "1h", "08:00:00").getClose()).isEqualTo("95");
        assertThat(driver.latest(ETH, "1h", "10:00:00").getOpen()).isEqualTo("98");
        assertThat(driver.latest(ETH, "5m", "10:00:00").getSource()).isEqualTo(Candle.Source.SOURCE_VENUE);
        assertThat(driver.latest(ETH, "5m", "10:00:00").getClosed()).isTrue();
        assertThat(driver.counted("candle_superseded")).isEqualTo(2);
    }

    @Test
    void tradesOfLongAgoWithWhichAVenueBeginsAStreamDoNotTakeTheHistorysPlace() {
        driver.trade(trade(ETH_USD, 1, "07:59:10", "95", "1").toBuilder()
                        .setReceivedAtUs(us("10:05:30"))
                        .build())
                .trade(2, "10:05:30", "100", "1")
                .candle(venueCandle("1m", "07:59:00", VenueCandle.Purpose.PURPOSE_HISTORY, "90", "96"))
                .candle(venueCandle("1h", "08:00:00", VenueCandle.Purpose.PURPOSE_HISTORY, "90", "95"))
                .ticks("coinbase", "10:05:31", "10:07:03");

        assertThat(driver.latest(ETH, "1m", "07:59:00").getOpen()).isEqualTo("90");
        assertThat(driver.latest(ETH, "1m", "07:59:00").getComplete()).isTrue();
        assertThat(driver.latest(ETH, "1h", "08:00:00").getClose()).isEqualTo("95");
        assertThat(driver.find(ETH, "1m", "08:00:00")).isEmpty();
        assertThat(driver.latest(ETH, "1m", "10:05:00").getComplete()).isFalse();
        assertThat(driver.latest(ETH, "1m", "10:06:00").getComplete()).isTrue();
    }

    @Test
    void aVenueThatNeverComesBackGetsNoMoreCandles() {
        try (MarketDriver live = new MarketDriver(MarketDriver.rules(Duration.ofDays(2), true))) {
            live.trade(trade(ETH_USD, 1, "00:00:01", "100", "1"))
                    .tick("coinbase", "00:00:02")
                    .pass(Duration.ofHours(3));
            for (int i = 0; i < 100; i++) {
                live.pass(Duration.ofSeconds(5));
            }

            assertThat(live.latest(ETH, "1m", "00:00:00").getClosed()).isTrue();
            assertThat(live.latest(ETH, "1m", "00:00:00").getComplete()).isFalse();
            assertThat(live.find(ETH, "1m", "03:01:00")).isEmpty();
        }
    }

    @Test
    void aClockThatWasAwayClosesWhatIsOpenAsIncompleteAndFillsNothing() {
        driver.trade(1, "10:00:01", "100", "1")
                .ticks("coinbase", "10:00:02", "10:01:30")
                .trade(2, "10:01:31", "101", "1")
                .tick("coinbase", "12:30:10")
                .trade(3, "12:30:20", "120", "1")
                .ticks("coinbase", "12:30:21", "12:32:03");

        assertThat(driver.latest(ETH, "1m", "10:01:00").getClosed()).isTrue();
        assertThat(driver.latest(ETH, "1m", "10:01:00").getComplete()).isFalse();
        assertThat(driver.find(ETH, "1m", "10:02:00")).isEmpty();
        assertThat(driver.find(ETH, "1m", "12:29:00")).isEmpty();
        assertThat(driver.latest(ETH, "1m", "12:30:00").getComplete()).isFalse();
        assertThat(driver.latest(ETH, "1m", "12:31:00").getComplete()).isTrue();
        assertThat(driver.latest(ETH, "1h", "10:00:00").getClosed()).isTrue();
        assertThat(driver.latest(ETH, "1h", "10:00:00").getComplete()).isFalse();
        assertThat(driver.latest("ethereum", "1h", "10:00:00").getClosed()).isTrue();
    }

    @Test
    void aGapFilledAfterAnAbsenceFillsTheQuietMinutesToo() {
        driver.trade(1, "10:00:01", "100", "1")
                .ticks("coinbase", "10:00:02", "10:01:30")
                .gap(gap("10:01:30", "10:10:10", Gap.Status.STATUS_OPEN))
                .trade(2, "10:05:00", "105", "1")
                .tick("coinbase", "10:10:10")
                .gap(gap("10:01:30", "10:10:10", Gap.Status.STATUS_FILLED_BY_TRADES))
                .ticks("coinbase", "10:10:11", "10:12:03");

        assertThat(driver.latest(ETH, "1m", "10:01:00").getComplete()).isTrue();
        assertThat(numbers(driver.latest(ETH, "1m", "10:03:00"))).isEqualTo("100 100 100 100 0 0");
        assertThat(numbers(driver.latest(ETH, "1m", "10:05:00"))).isEqualTo("105 105 105 105 1 1");
        assertThat(numbers(driver.latest(ETH, "1m", "10:08:00"))).isEqualTo("105 105 105 105 0 0");
        assertThat(driver.latest(ETH, "1m", "10:08:00").getComplete()).isTrue();
        assertThat(driver.latest(ETH, "1m", "10:10:00").getComplete()).isTrue();
        assertThat(driver.latest(ETH, "5m", "10:05:00").getComplete()).isTrue();
    }

    @Test
    void anOlderTickChangesNothing() {
        driver.trade(1, "10:00:01", "100", "1").ticks("coinbase", "10:00:02", "10:03:03");
        int published = driver.candles().size();

        driver.trade(1, "10:00:01", "100", "1").ticks("coinbase", "10:00:02", "10:03:03");

        assertThat(driver.candles()).hasSize(published);
    }

    @Test
    void badTradesAreRefusedAndCounted() {
        driver.trade(1, "10:00:01", "0", "1")
                .trade(2, "10:00:01", "-5", "1")
                .trade(3, "10:00:01", "5", "0")
                .trade(4, "10:00:01", "five", "1")
                .trade(5, "10:00:01", "1e999999999", "1")
                .trade(trade(ETH_USD, 6, "15:00:00", "5", "1").toBuilder()
                        .setReceivedAtUs(us("10:00:00"))
                        .build())
                .ticks("coinbase", "10:00:02", "10:01:03");

        assertThat(driver.candles()).isEmpty();
        assertThat(driver.counted("trade_rejected")).isEqualTo(6);
    }

    @Test
    void aTradeBeyondTheRetentionIsDroppedAndCounted() {
        try (MarketDriver forgetful = new MarketDriver(MarketDriver.rules(Duration.ofHours(1), false))) {
            forgetful
                    .trade(1, "10:00:01", "100", "1")
                    .trade(2, "12:00:01", "100", "1")
                    .trade(3, "10:30:01", "100", "1");

            assertThat(forgetful.counted("trade_too_old")).isEqualTo(1);
        }
    }

    private static Gap gap(String from, String to, Gap.Status status) {
        return Gap.newBuilder()
                .setGapId("gap-1")
                .setMarket(ETH_USD)
                .setChannel("trades")
                .setCause(Gap.Cause.CAUSE_RECONNECT)
                .setStatus(status)
                .setFromUs(us(from))
                .setToUs(us(to))
                .build();
    }

    private static VenueCandle venueCandle(
            String interval, String open, VenueCandle.Purpose purpose, String low, String high) {
        return VenueCandle.newBuilder()
                .setMarket(ETH_USD)
                .setInterval(interval)
                .setOpenTimeUs(us(open))
                .setOpen(low)
                .setHigh(high)
                .setLow(low)
                .setClose(high)
                .setVolume("10")
                .setQuoteVolume("1000")
                .setPurpose(purpose)
                .setReceivedAtUs(us("13:00:00"))
                .build();
    }
}
