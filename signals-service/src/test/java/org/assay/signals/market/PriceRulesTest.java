package org.assay.signals.market;

import static org.assay.signals.market.MarketDriver.ETH_KRAKEN;
import static org.assay.signals.market.MarketDriver.ETH_USD;
import static org.assay.signals.market.MarketDriver.ETH_USDT;
import static org.assay.signals.market.MarketDriver.market;
import static org.assay.signals.market.MarketDriver.trade;
import static org.assay.signals.market.MarketDriver.us;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assay.events.v1.Market;
import org.assay.events.v1.Price;
import org.assay.events.v1.PriceSource;
import org.assay.events.v1.VenueCandle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriceRulesTest {

    private static final Duration EMISSION = Duration.ofMillis(50);
    private static final Market USDT_USD = market("kraken", "USDT/USD", "tether", "fiat:USD");

    private final MarketDriver driver = new MarketDriver();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void oneMarketsTradesWeighByVolumeAndHalveEachMinute() {
        driver.trade(1, "10:00:00", "100", "2").trade(2, "10:01:00", "130", "1").pass(EMISSION);

        Price price = latest();
        assertThat(price.getUsd()).isEqualTo("115");
        assertThat(price.getAsOfUs()).isEqualTo(us("10:01:00"));
        assertThat(price.getSources(0).getVolume()).isEqualTo("2");
        assertThat(price.getSources(0).getWeight()).isEqualTo("1");
        assertThat(price.getSources(0).getConversionSource()).isEqualTo("usd");
    }

    @Test
    void marketsWeighByTheirDecayedVolume() {
        driver.trade(trade(ETH_USD, 1, "10:00:00", "100", "3"))
                .trade(trade(ETH_KRAKEN, 1, "10:00:00", "100.4", "1"))
                .pass(EMISSION);

        assertThat(latest().getUsd()).isEqualTo("100.1");
        assertThat(latest().getSourcesList()).extracting(PriceSource::getWeight).containsExactly("0.75", "0.25");
    }

    @Test
    void aStablecoinQuoteIsConvertedByItsOwnPriceAndByItsPegOnlyWithoutOne() {
        driver.trade(trade(ETH_USDT, 1, "10:00:00", "100", "1")).pass(EMISSION);
        assertThat(latest().getUsd()).isEqualTo("100");
        assertThat(latest().getSources(0).getConversionSource()).isEqualTo("assumed_peg");

        driver.sample("kraken", "10:00:01", USDT_USD, "0.998", "1000")
                .trade(trade(ETH_USDT, 2, "10:00:01", "100", "1"))
                .pass(EMISSION);
        assertThat(latest().getUsd()).isEqualTo("99.8");
        assertThat(latest().getSources(0).getConversion()).isEqualTo("0.998");
        assertThat(latest().getSources(0).getConversionSource()).isEqualTo("reference_price");
    }

    @Test
    void aQuoteAssetIsConvertedOverAnotherInTwoSteps() {
        Market ethBtc = market("binance", "ETHBTC", "ethereum", "bitcoin");
        driver.trade(trade(ethBtc, 1, "10:00:00", "0.05", "1")).pass(EMISSION);
        assertThat(latest().hasUsd()).isFalse();
        assertThat(latest().getReason()).isEqualTo("no_conversion_rate");
        assertThat(latest().getSources(0).getExcluded()).isEqualTo("no_conversion_rate");

        driver.sample("kraken", "10:00:01", USDT_USD, "0.99", "1000")
                .sample("binance", "10:00:01", market("binance", "BTCUSDT", "bitcoin", "tether"), "60000", "1")
                .trade(trade(ethBtc, 2, "10:00:02", "0.05", "1"))
                .pass(EMISSION);
        assertThat(latest().getUsd()).isEqualTo("2970");
        assertThat(latest().getSources(0).getConversionSource()).isEqualTo("reference_price");
    }

    @Test
    void aMarketFarFromTheMedianIsLeftOutWhereThereAreThree() {
        driver.trade(trade(ETH_USD, 1, "10:00:00", "100", "1"))
                .trade(trade(ETH_KRAKEN, 1, "10:00:00", "100.2", "1"))
                .trade(trade(ETH_USDT, 1, "10:00:00", "140", "50"))
                .pass(EMISSION);

        assertThat(latest().getUsd()).isEqualTo("100.1");
        assertThat(latest().getSourcesList())
                .filteredOn(source -> source.getExcluded().equals("outlier"))
                .extracting(PriceSource::getVenue)
                .containsExactly("binance");
    }

    @Test
    void marketsThatAgreeAreNotOutliersToEachOther() {
        driver.trade(trade(ETH_USD, 1, "10:00:00", "100", "1"))
                .trade(trade(ETH_KRAKEN, 1, "10:00:00", "100", "1"))
                .trade(trade(ETH_USDT, 1, "10:00:00", "100.4", "2"))
                .pass(EMISSION);

        assertThat(latest().getUsd()).isEqualTo("100.2");
    }

    @Test
    void aMarketOlderThanItsTimePenaltyIsLeftOutAndWithNoneLeftThePriceIsUnknown() {
        driver.trade(trade(ETH_USD, 1, "10:00:00", "100", "1"))
                .trade(trade(ETH_KRAKEN, 1, "10:04:00", "110", "1"))
                .tick("coinbase", "10:05:01")
                .pass(EMISSION);
        assertThat(latest().getUsd()).isEqualTo("110");
        assertThat(latest().getSourcesList())
                .extracting(PriceSource::getExcluded)
                .containsExactly("too_old", "");

        driver.tick("coinbase", "10:09:01").pass(EMISSION);
        assertThat(latest().hasUsd()).isFalse();
        assertThat(latest().getReason()).isEqualTo("no_recent_trades");
        int published = driver.prices().size();
        driver.tick("coinbase", "10:09:02").pass(EMISSION);
        assertThat(driver.prices()).hasSize(published);
    }

    @Test
    void aPriceIsSaidAtMostOncePerEmissionIntervalAndEachSecondWhileFresh() {
        for (int i = 0; i < 100; i++) {
            driver.trade(trade(ETH_USD, i, "10:00:00", "100", "1"));
        }
        driver.pass(EMISSION).pass(EMISSION);
        assertThat(driver.prices()).hasSize(1);

        driver.tick("coinbase", "10:00:01").pass(EMISSION).pass(EMISSION);
        assertThat(driver.prices()).hasSize(2);
        assertThat(latest().getKnownAtUs()).isEqualTo(us("10:00:01"));
    }

    @Test
    void aProcessingThatIsBehindTheWallClockSaysAPriceFourTimesASecond() {
        driver.trade(1, "00:00:01", "100", "1").pass(Duration.ofSeconds(10));
        int before = driver.prices().size();

        for (int turn = 1; turn <= 10; turn++) {
            driver.trade(1 + turn, "00:00:02." + turn, "100", "1").pass(EMISSION);
        }

        assertThat(driver.prices()).hasSize(before + 2);
    }

    @Test
    void theHistoryHasThePriceAtTheEndOfEachMinuteFromTheTradesBeforeIt() {
        driver.tick("coinbase", "10:00:00.500")
                .tick("kraken", "10:00:00.500")
                .trade(trade(ETH_USD, 1, "10:00:30", "100", "1"))
                .trade(trade(ETH_USD, 2, "10:01:00", "200", "1"))
                .tick("kraken", "10:00:59.500")
                .tick("coinbase", "10:01:00.500");
        assertThat(driver.priceHistory()).isEmpty();

        driver.tick("kraken", "10:01:00.700");

        Price price = driver.priceHistory().getLast();
        assertThat(driver.priceHistory()).hasSize(1);
        assertThat(price.getUsd()).isEqualTo("100");
        assertThat(price.getValidAtUs()).isEqualTo(us("10:01:00"));
        assertThat(price.getKnownAtUs()).isEqualTo(us("10:01:00.700"));
    }

    @Test
    void aSecondReplayAddsNothingToTheHistory() {
        for (int round = 0; round < 2; round++) {
            driver.trade(1, "10:00:30", "100", "1").ticks("coinbase", "10:00:31", "10:03:00");
        }

        assertThat(driver.priceHistory())
                .extracting(Price::getValidAtUs)
                .containsExactly(us("10:01:00"), us("10:02:00"), us("10:03:00"));
    }

    @Test
    void aTokensCandleJoinsItsMarketsInDollars() {
        driver.sample("kraken", "10:00:00", USDT_USD, "0.5", "1000")
                .tick("binance", "10:00:00.100")
                .tick("coinbase", "10:00:00.100")
                .trade(trade(ETH_USDT, 1, "10:00:10", "200", "2"))
                .trade(trade(ETH_USD, 1, "10:00:20", "110", "1"))
                .trade(trade(ETH_USDT, 2, "10:00:30", "180", "1"));
        driver.tick("binance", "10:00:59").ticks("coinbase", "10:00:31", "10:01:03");
        assertThat(driver.latest("ethereum", "1m", "10:00:00").getClosed()).isFalse();

        driver.ticks("binance", "10:01:00", "10:01:03");

        var candle = driver.latest("ethereum", "1m", "10:00:00");
        assertThat(MarketDriver.numbers(candle)).isEqualTo("100 110 90 90 4 3");
        assertThat(candle.getQuoteVolume()).isEqualTo("400");
        assertThat(candle.getClosed()).isTrue();
        assertThat(candle.getRevision()).isEqualTo(1);
    }

    @Test
    void aTokensHistoryIsTheMeanOfItsMarketsByVolumeAfterConversion() {
        driver.candle(history(USDT_USD, VenueCandle.Purpose.PURPOSE_CONVERSION, "0.5", "1000"))
                .candle(history(ETH_USD, VenueCandle.Purpose.PURPOSE_HISTORY, "100", "3"))
                .candle(history(ETH_USDT, VenueCandle.Purpose.PURPOSE_HISTORY, "240", "1"))
                .tick("coinbase", "10:00:00")
                .tick("binance", "10:00:00");

        assertThat(MarketDriver.numbers(driver.latest("ethereum", "1d", "2026-03-01T00:00:00Z")))
                .startsWith("105 105 105 105 4");
    }

    private static VenueCandle history(Market market, VenueCandle.Purpose purpose, String price, String volume) {
        return VenueCandle.newBuilder()
                .setMarket(market)
                .setInterval("1d")
                .setOpenTimeUs(us("2026-03-01T00:00:00Z"))
                .setOpen(price)
                .setHigh(price)
                .setLow(price)
                .setClose(price)
                .setVolume(volume)
                .setPurpose(purpose)
                .setReceivedAtUs(us("10:00:00"))
                .build();
    }

    private Price latest() {
        List<Price> prices = driver.prices();
        return prices.getLast();
    }
}
