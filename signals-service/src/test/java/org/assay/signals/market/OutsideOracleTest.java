package org.assay.signals.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Market;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.junit.jupiter.api.Test;

/** Recorded trades of a pair, and the venue's own candles of the same pair and time. */
class OutsideOracleTest {

    private static final Market XRP_ETH = MarketDriver.market("binance", "XRPETH", "ripple", "ethereum");

    @Test
    void everyCandleOfTheVenueIsReproducedFromItsTrades() throws IOException {
        List<Candle> built = build(read("freqtrade_XRP_ETH-trades.csv.gz"));

        compare(built, "1m", Interval.M1, 2_469);
        compare(built, "5m", Interval.M5, 706);
    }

    private static void compare(List<Candle> published, String file, Interval interval, int candles)
            throws IOException {
        List<String[]> expected = read("freqtrade_XRP_ETH-" + file + ".csv.gz");
        assertThat(expected).hasSize(candles);

        Map<Long, Candle> built = new TreeMap<>();
        for (Candle candle : published) {
            if (!candle.getVenue().isEmpty()
                    && candle.getInterval().equals(interval.code())
                    && candle.getTrades() > 0) {
                built.put(candle.getOpenTimeUs(), candle);
            }
        }

        assertThat(built).hasSize(expected.size());
        for (String[] row : expected) {
            long open = Instant.parse(row[0]).toEpochMilli() * 1_000;
            Candle candle = built.get(open);
            assertThat(candle).as(row[0]).isNotNull();
            assertThat(List.of(
                            decimal(candle.getOpen()),
                            decimal(candle.getHigh()),
                            decimal(candle.getLow()),
                            decimal(candle.getClose()),
                            decimal(candle.getVolume())))
                    .as(row[0])
                    .containsExactly(
                            decimal(row[1]), decimal(row[2]), decimal(row[3]), decimal(row[4]), decimal(row[5]));
            assertThat(candle.getClosed()).as(row[0]).isTrue();
            assertThat(candle.getRevision()).as(row[0]).isEqualTo(1);
        }
    }

    private static List<Candle> build(List<String[]> trades) {
        try (MarketDriver driver = new MarketDriver()) {
            long clock = 0;
            for (String[] row : trades) {
                long time = Long.parseLong(row[0]) * 1_000;
                for (clock = clock == 0 ? time : clock; clock + 30_000_000 <= time; clock += 30_000_000) {
                    tick(driver, clock + 30_000_000);
                }
                driver.trade(Trade.newBuilder()
                        .setMarket(XRP_ETH)
                        .setTradeId(row[1])
                        .setSequence(Long.parseLong(row[1]))
                        .setPrice(row[4])
                        .setAmount(row[5])
                        .setEventTimeUs(time)
                        .setReceivedAtUs(time)
                        .setExecutions(1)
                        .build());
            }
            // Every interval that the trades reach into is over then.
            for (int i = 0; i < 12; i++) {
                clock += 30_000_000;
                tick(driver, clock);
            }
            return List.copyOf(driver.candles());
        }
    }

    private static void tick(MarketDriver driver, long at) {
        driver.tick(Tick.newBuilder()
                .setVenue("binance")
                .setAtUs(at)
                .setConnected(true)
                .build());
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    private static List<String[]> read(String name) throws IOException {
        Path file = Path.of("..", "..", "shared", "data", "candles", name);
        if (!Files.exists(file)) {
            if ("true".equals(System.getenv("CI"))) {
                fail("The recorded data must be there in a continuous-integration build: " + name);
            }
            assumeThat(file).as("recorded data, absent outside its workplace").exists();
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
