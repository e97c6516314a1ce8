package org.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.simulator.tape.RateSchedule;
import org.assay.simulator.tape.RateSchedule.Segment;
import org.assay.simulator.tape.Tapes;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.PriceReader;
import org.assay.simulator.universe.Universe;
import org.assay.simulator.universe.Venue;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MarketTest {

    private static final long EPOCH_DAY = 20_089;
    private static final long DAY_US = 86_400_000_000L;
    private static final long HOUR_US = 3_600_000_000L;
    private static final long START_US = (EPOCH_DAY + 600) * DAY_US;

    private static Universe universe(long seed) {
        return Universe.of(TokenDirectory.bundled(), 200, seed, EPOCH_DAY);
    }

    private static Market market(Universe universe, String id) {
        return universe.find(id).orElseThrow();
    }

    private static Tapes tapes(Universe universe) {
        return new Tapes(universe, new RateSchedule(List.of(new Segment(START_US, 2_000))));
    }

    private static String text(TradeBatch batch, int i) {
        return batch.number(i) + " " + batch.timeUs(i) + " " + batch.price(i) + " " + batch.amount(i) + " "
                + batch.buy(i);
    }

    @Test
    void the_same_seed_gives_the_same_trades_and_another_seed_others() {
        List<String> first = trades(1);
        assertThat(trades(1)).isEqualTo(first);
        assertThat(trades(2)).isNotEqualTo(first);
    }

    private static List<String> trades(long seed) {
        Universe universe = universe(seed);
        TradeReader reader = new TradeReader(tapes(universe));
        TradeBatch batch = new TradeBatch();
        reader.read(market(universe, "binance:BTCUSDT"), 0, 500, batch);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            texts.add(text(batch, i));
        }
        return texts;
    }

    @Test
    void any_trade_is_the_same_whatever_was_read_before() {
        Universe universe = universe(1);
        Tapes tapes = tapes(universe);
        TradeReader forward = new TradeReader(tapes);
        TradeBatch all = new TradeBatch();
        Market market = market(universe, "kraken:BTC/USD");
        forward.read(market, 0, 3_000, all);
        TradeReader random = new TradeReader(tapes);
        TradeBatch one = new TradeBatch();
        Random places = new Random(7);
        for (int i = 0; i < 500; i++) {
            int place = places.nextInt(3_000);
            one.clear();
            random.read(market, place, place + 1, one);
            assertThat(text(one, 0)).isEqualTo(text(all, place));
        }
    }

    @Test
    void times_never_go_back_and_counting_agrees_with_them() {
        Universe universe = universe(1);
        TradeReader reader = new TradeReader(tapes(universe));
        Market market = market(universe, "okx:ETH-USDT");
        long before = START_US;
        int sameMoment = 0;
        for (long number = 0; number < 2_000; number++) {
            long time = reader.timeUs(market, number);
            assertThat(time).isGreaterThanOrEqualTo(before);
            sameMoment += time == before ? 1 : 0;
            assertThat(reader.countBefore(market, time)).isLessThanOrEqualTo(number);
            assertThat(reader.countBefore(market, time + 1)).isGreaterThan(number);
            before = time;
        }
        assertThat(sameMoment).isBetween(200, 700);
    }

    @Test
    void ids_are_contiguous_where_the_venue_promises_it_and_grow_with_holes_at_bybit() {
        for (Market market : universe(1).markets()) {
            int steps = 0;
            for (long number = 0; number < 100; number++) {
                long step = market.tradeId(number + 1) - market.tradeId(number);
                assertThat(step).isPositive();
                steps += step == 1 ? 1 : 0;
                assertThat(market.numberOf(market.tradeId(number))).isEqualTo(number);
                assertThat(market.numberOf(market.tradeId(number) + 1)).isEqualTo(number + 1);
            }
            if (market.venue() == Venue.BYBIT) {
                assertThat(steps).isLessThan(60);
            } else {
                assertThat(steps).isEqualTo(100);
            }
        }
    }

    @Test
    void a_new_rate_leaves_the_past_as_it_was_and_continues_the_numbers() {
        Universe universe = universe(1);
        Market market = market(universe, "binance:BTCUSDT");
        long changeUs = START_US + 90_000_000;
        RateSchedule old = new RateSchedule(List.of(new Segment(START_US, 1_000)));
        TradeReader before = new TradeReader(new Tapes(universe, old));
        Tapes changed = new Tapes(universe, old);
        TradeReader after = new TradeReader(changed);
        long inAnyBlock = after.countBefore(market, changeUs - 5);
        changed.use(old.with(new Segment(changeUs, 5_000)));
        long count = after.countBefore(market, changeUs);
        assertThat(count).isEqualTo(before.countBefore(market, changeUs)).isGreaterThanOrEqualTo(inAnyBlock);
        for (long number = count - 40; number < count; number++) {
            assertThat(after.timeUs(market, number)).isEqualTo(before.timeUs(market, number));
        }
        assertThat(after.timeUs(market, count)).isGreaterThanOrEqualTo(changeUs);
        double rate = (after.countBefore(market, changeUs + 60_000_000) - count) / 60.0;
        assertThat(rate).isCloseTo(5_000 * market.weight(), Percentage.withPercentage(5));
    }

    @Test
    void the_rate_of_all_markets_is_the_one_that_was_set() {
        Universe universe = universe(1);
        TradeReader reader = new TradeReader(tapes(universe));
        long trades = universe.markets().stream()
                .mapToLong(market -> reader.countBefore(market, START_US + 600_000_000))
                .sum();
        assertThat(trades / 600.0).isCloseTo(2_000, Percentage.withPercentage(2));
        assertThat(universe.markets())
                .allMatch(market -> market.weight() * universe.markets().size() > 0.1);
    }

    @Test
    void two_hundred_tokens_are_on_one_to_five_venues_and_the_major_ones_on_all() {
        Universe universe = universe(1);
        Map<String, List<Venue>> venues = new HashMap<>();
        for (Market market : universe.markets()) {
            List<Venue> of = venues.computeIfAbsent(market.base().id(), id -> new ArrayList<>());
            if (!of.contains(market.venue())) {
                of.add(market.venue());
            }
        }
        venues.remove("fiat:EUR");
        assertThat(venues.keySet())
                .containsExactlyInAnyOrderElementsOf(TokenDirectory.bundled().tokens().stream()
                        .limit(200)
                        .map(Token::id)
                        .toList());
        assertThat(universe.assetCodes())
                .isNotEmpty()
                .isSubsetOf(universe.markets().stream()
                        .map(market -> market.venue().id()
                                + ':'
                                + market.base().code()
                                + '='
                                + market.base().id())
                        .toList());
        assertThat(venues.values()).allMatch(list -> !list.isEmpty() && list.size() <= 5);
        assertThat(venues.get("bitcoin")).hasSize(5);
        assertThat(venues.get("ethereum")).hasSize(5);
        assertThat(venues.values().stream().filter(list -> list.size() == 1).count())
                .isBetween(20L, 120L);
        for (String conversion : List.of("kraken:USDT/USD", "kraken:USDC/USD", "kraken:EUR/USD", "binance:ETHBTC")) {
            assertThat(universe.find(conversion)).as(conversion).isPresent();
        }
    }

    private static double[] returns(Universe universe, String id, long fromUs, long stepUs, int count) {
        PriceReader prices = new PriceReader(universe);
        Market market = market(universe, id);
        double[] returns = new double[count];
        double before = prices.logMid(market, fromUs);
        for (int i = 0; i < count; i++) {
            double now = prices.logMid(market, fromUs + (i + 1) * stepUs);
            returns[i] = now - before;
            before = now;
        }
        return returns;
    }

    private static double correlation(double[] left, double[] right) {
        double meanLeft = mean(left);
        double meanRight = mean(right);
        double both = 0;
        double squaresLeft = 0;
        double squaresRight = 0;
        for (int i = 0; i < left.length; i++) {
            both += (left[i] - meanLeft) * (right[i] - meanRight);
            squaresLeft += (left[i] - meanLeft) * (left[i] - meanLeft);
            squaresRight += (right[i] - meanRight) * (right[i] - meanRight);
        }
        return both / Math.sqrt(squaresLeft * squaresRight);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double kurtosis(double[] values) {
        double mean = mean(values);
        double second = 0;
        double fourth = 0;
        for (double value : values) {
            double square = (value - mean) * (value - mean);
            second += square;
            fourth += square * square;
        }
        return fourth * values.length / (second * second);
    }

    @Test
    void tokens_move_together_and_yet_differ() {
        Universe universe = universe(1);
        long from = (EPOCH_DAY + 1) * DAY_US;
        double[] bitcoin = returns(universe, "binance:BTCUSDT", from, DAY_US, 600);
        double[] ether = returns(universe, "binance:ETHUSDT", from, DAY_US, 600);
        double[] chainlink = returns(universe, "coinbase:LINK-USD", from, DAY_US, 600);
        assertThat(correlation(bitcoin, ether)).isBetween(0.55, 0.97);
        assertThat(correlation(bitcoin, chainlink)).isBetween(0.3, 0.95);
        double[] minutesOfBitcoin = returns(universe, "binance:BTCUSDT", START_US, 60_000_000, 3_000);
        double[] minutesOfEther = returns(universe, "binance:ETHUSDT", START_US, 60_000_000, 3_000);
        assertThat(correlation(minutesOfBitcoin, minutesOfEther)).isBetween(0.3, 0.97);
    }

    @Test
    void returns_have_heavy_tails_clusters_and_jumps() {
        Universe universe = universe(1);
        double[] hours = returns(universe, "binance:BTCUSDT", (EPOCH_DAY + 1) * DAY_US, HOUR_US, 600 * 24);
        assertThat(kurtosis(hours)).isGreaterThan(5);
        double[] sizes = new double[hours.length - 1];
        double[] later = new double[hours.length - 1];
        double deviation = 0;
        double largest = 0;
        for (int i = 0; i < hours.length; i++) {
            deviation += hours[i] * hours[i] / hours.length;
            largest = Math.max(largest, Math.abs(hours[i]));
            if (i < sizes.length) {
                sizes[i] = Math.abs(hours[i]);
                later[i] = Math.abs(hours[i + 1]);
            }
        }
        assertThat(correlation(sizes, later)).isGreaterThan(0.1);
        assertThat(largest / Math.sqrt(deviation)).isGreaterThan(6);
        double daily = Math.sqrt(deviation * 24);
        assertThat(daily).isBetween(0.01, 0.06);
    }

    @Test
    void venues_differ_a_little_and_quotes_are_consistent() {
        Universe universe = universe(1);
        PriceReader prices = new PriceReader(universe);
        double largest = 0;
        for (int hour = 0; hour < 240; hour++) {
            long at = START_US + hour * HOUR_US;
            double usd = prices.logMid(market(universe, "kraken:ETH/USD"), at);
            double usdt = prices.logMid(market(universe, "binance:ETHUSDT"), at);
            double tether = prices.logMid(market(universe, "kraken:USDT/USD"), at);
            largest = Math.max(largest, Math.abs(usdt + tether - usd));
            assertThat(Math.abs(tether)).isLessThan(0.0015);
            double inEuro = prices.logMid(market(universe, "kraken:ETH/EUR"), at);
            double euro = prices.logMid(market(universe, "kraken:EUR/USD"), at);
            assertThat(inEuro + euro).isCloseTo(usd, Offset.offset(0.004));
        }
        assertThat(largest).isBetween(0.0001, 0.003);
    }

    @Test
    void prices_hardly_move_within_a_millisecond() {
        Universe universe = universe(1);
        PriceReader prices = new PriceReader(universe);
        Market market = market(universe, "binance:SOLUSDT");
        for (int i = 0; i < 10_000; i++) {
            long at = START_US + i * 1_000L;
            assertThat(Math.abs(prices.logMid(market, at + 1_000) - prices.logMid(market, at)))
                    .isLessThan(0.001);
        }
    }
}
