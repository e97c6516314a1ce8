package org.assay.signals.market;

import static org.assay.signals.market.MarketDriver.ETH_KRAKEN;
import static org.assay.signals.market.MarketDriver.ETH_USD;
import static org.assay.signals.market.MarketDriver.us;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.signals.candle.ExactDecimal;

class CandlePropertyTest {

    private static final String START = "10:00:00";
    private static final String END = "10:47:03";

    @Property(tries = 8)
    void theSameTradesInAnyOrderAndNumberGiveTheSameCandles(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int count) {
        List<Trade> trades = trades(new Random(seed), count);
        List<Trade> mixed = new ArrayList<>(trades.subList(1, trades.size()));
        mixed.addAll(mixed.subList(0, mixed.size() / 2));
        Collections.shuffle(mixed, new Random(seed + 1));
        mixed.add(0, trades.getFirst());

        Map<String, String> ordered = contents(run(trades, count, 0));
        assertThat(contents(run(mixed, 7, 0))).isEqualTo(ordered);
        assertThat(ordered).containsAllEntriesOf(naive(trades));
    }

    @Property(tries = 4)
    void aRestartInTheMiddleChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 59) int stopAfter) {
        List<Trade> trades = trades(new Random(seed), 60);

        assertThat(run(trades, 3, stopAfter)).isEqualTo(run(trades, 3, 0));
    }

    @Property(tries = 2)
    void aSecondReplayLeavesEveryCandleAsItWas(@ForAll long seed) {
        List<Trade> trades = trades(new Random(seed), 60);
        try (MarketDriver driver = new MarketDriver()) {
            feed(driver, trades, 3, 0);
            Map<String, Candle> once = Map.copyOf(driver.table());
            int published = driver.candles().size();

            feed(driver, trades, 3, 0);

            assertThat(driver.table()).isEqualTo(once);
            assertThat(driver.candles()).hasSize(published);
        }
    }

    /** The first trade opens the watch; the others fall into the 45 minutes after it, several at the same time. */
    private static List<Trade> trades(Random random, int count) {
        List<Trade> trades = new ArrayList<>();
        trades.add(MarketDriver.trade(ETH_USD, 0, START, "100", "1"));
        for (int i = 1; i <= count; i++) {
            long time = us(START) + random.nextInt(45 * 60) * 1_000_000L;
            trades.add(MarketDriver.trade(ETH_USD, random.nextBoolean() ? i : i * 1_000L, START, "1", "1").toBuilder()
                    .setPrice(new BigDecimal(9_000 + random.nextInt(2_000))
                            .movePointLeft(2)
                            .toString())
                    .setAmount(new BigDecimal(1 + random.nextInt(5_000))
                            .movePointLeft(3)
                            .toString())
                    .setEventTimeUs(time)
                    .build());
        }
        return trades;
    }

    private static Map<String, Candle> run(List<Trade> trades, int perTick, int restartAfter) {
        try (MarketDriver driver = new MarketDriver()) {
            feed(driver, trades, perTick, restartAfter);
            return Map.copyOf(driver.table());
        }
    }

    /** Clocks move on while the trades come, so that some of them are late; the other venue only ticks. */
    private static void feed(MarketDriver driver, List<Trade> trades, int perTick, int restartAfter) {
        long clock = us(START);
        int sent = 0;
        for (Trade trade : trades) {
            driver.trade(trade);
            sent++;
            if (sent == restartAfter) {
                driver.restart();
            }
            if (sent % perTick == 0 && clock + 20_000_000 < us(END)) {
                clock += 20_000_000;
                tick(driver, clock);
            }
        }
        for (; clock <= us(END); clock += 20_000_000) {
            tick(driver, clock);
        }
        tick(driver, us(END));
    }

    private static void tick(MarketDriver driver, long at) {
        for (String venue : List.of(ETH_USD.getVenue(), ETH_KRAKEN.getVenue())) {
            driver.tick(Tick.newBuilder()
                    .setVenue(venue)
                    .setAtUs(at)
                    .setConnected(true)
                    .build());
        }
    }

    /** What the candles say, without how often they were amended and when. */
    private static Map<String, String> contents(Map<String, Candle> table) {
        Map<String, String> contents = new TreeMap<>();
        table.forEach((key, candle) -> contents.put(
                key,
                MarketDriver.numbers(candle) + " " + candle.getQuoteVolume() + " " + candle.getClosed() + " "
                        + candle.getComplete()));
        return contents;
    }

    /** Every closed candle with trades straight from the list of trades, in the plainest way. */
    private static Map<String, String> naive(List<Trade> trades) {
        Map<String, List<Trade>> groups = new TreeMap<>();
        for (Trade trade : trades) {
            for (Interval interval : Interval.values()) {
                long open = interval.openOf(trade.getEventTimeUs());
                if (open + interval.micros() <= us("10:47:00")) {
                    groups.computeIfAbsent(interval.code() + " " + open, key -> new ArrayList<>())
                            .add(trade);
                }
            }
        }
        Map<String, String> candles = new TreeMap<>();
        groups.forEach((key, group) -> {
            List<Trade> sorted = group.stream()
                    .sorted(Comparator.comparingLong(Trade::getEventTimeUs).thenComparingLong(Trade::getSequence))
                    .toList();
            String content = String.join(
                    " ",
                    price(sorted.getFirst()),
                    sorted.stream()
                            .map(Trade::getPrice)
                            .map(BigDecimal::new)
                            .max(Comparator.naturalOrder())
                            .map(ExactDecimal::write)
                            .orElseThrow(),
                    sorted.stream()
                            .map(Trade::getPrice)
                            .map(BigDecimal::new)
                            .min(Comparator.naturalOrder())
                            .map(ExactDecimal::write)
                            .orElseThrow(),
                    price(sorted.getLast()),
                    ExactDecimal.write(sorted.stream()
                            .map(t -> new BigDecimal(t.getAmount()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)),
                    Integer.toString(sorted.size()),
                    ExactDecimal.write(sorted.stream()
                            .map(t -> new BigDecimal(t.getAmount()).multiply(new BigDecimal(t.getPrice())))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)),
                    // The stream began with the first minute, not inside it.
                    "true true");
            candles.put("coinbase:ETH-USD " + key, content);
            candles.put("ethereum " + key, content);
        });
        return candles;
    }

    private static String price(Trade trade) {
        return ExactDecimal.write(new BigDecimal(trade.getPrice()));
    }
}
