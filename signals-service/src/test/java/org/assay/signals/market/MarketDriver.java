package org.assay.signals.market;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.assay.events.serde.ProtobufDeserializer;
import org.assay.events.serde.ProtobufSerializer;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Candle;
import org.assay.events.v1.ConversionSample;
import org.assay.events.v1.Gap;
import org.assay.events.v1.Market;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Price;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.events.v1.VenueCandle;
import org.assay.signals.price.PriceRules;

/** The real topology, driven record by record. Times are written as UTC clock times of one fixed day. */
final class MarketDriver implements AutoCloseable {

    static final Market ETH_USDT = market("binance", "ETHUSDT", "ethereum", "tether");
    static final Market ETH_USD = market("coinbase", "ETH-USD", "ethereum", "fiat:USD");
    static final Market ETH_KRAKEN = market("kraken", "ETH/USD", "ethereum", "fiat:USD");

    private static final List<String> STORES = List.of(
            MarketStores.MARKETS,
            MarketStores.TOKENS,
            MarketStores.VENUES,
            MarketStores.BUCKETS,
            MarketStores.TRADE_IDS,
            MarketStores.RATES);

    private final CandleRules candleRules;
    private final Path folder;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Candle> candles = new ArrayList<>();
    private final List<Price> prices = new ArrayList<>();
    private final List<Price> priceHistory = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, MarketEvent> input;

    MarketDriver() {
        this(replayRules());
    }

    MarketDriver(CandleRules candleRules) {
        this.candleRules = candleRules;
        try {
            this.folder =
                    Files.createTempDirectory(Files.createDirectories(Path.of("target", "topology-test")), "state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.driver = newDriver();
        this.input = newInput();
    }

    /** Default rules, but nothing happens by the wall clock and nothing is forgotten. */
    static CandleRules replayRules() {
        return rules(Duration.ZERO, false);
    }

    static CandleRules rules(Duration retention, boolean closeByWallClock) {
        return new CandleRules(
                Duration.ofSeconds(2),
                retention,
                Duration.ofSeconds(60),
                closeByWallClock,
                Duration.ofSeconds(10),
                Duration.ofHours(1));
    }

    static PriceRules priceRules() {
        return new PriceRules(
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                new java.math.BigDecimal("5"),
                3,
                new java.math.BigDecimal("0.001"),
                Duration.ofMillis(50),
                Duration.ofSeconds(10));
    }

    private TopologyTestDriver newDriver() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return new TopologyTestDriver(
                MarketTopology.build(candleRules, priceRules(), Set.of("tether", "usd-coin")::contains, meters),
                properties,
                at("00:00:00"));
    }

    private TestInputTopic<String, MarketEvent> newInput() {
        return driver.createInputTopic(Topic.TRADES.topicName(), new StringSerializer(), new ProtobufSerializer<>());
    }

    /** Stops the processing and starts it anew with nothing but the content of its stores. */
    void restart() {
        collect();
        Map<String, Map<Object, byte[]>> content = new TreeMap<>();
        for (String store : STORES) {
            Map<Object, byte[]> entries = new java.util.LinkedHashMap<>();
            KeyValueStore<Object, byte[]> from = driver.getKeyValueStore(store);
            try (KeyValueIterator<Object, byte[]> all = from.all()) {
                all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
            }
            content.put(store, entries);
        }
        driver.close();
        driver = newDriver();
        input = newInput();
        content.forEach((store, entries) -> {
            KeyValueStore<Object, byte[]> to = driver.getKeyValueStore(store);
            entries.forEach(to::put);
        });
    }

    static Market market(String venue, String symbol, String base, String quote) {
        return Market.newBuilder()
                .setVenue(venue)
                .setSymbol(symbol)
                .setBaseToken(base)
                .setQuoteToken(quote)
                .build();
    }

    static Instant at(String time) {
        return Instant.parse(time.contains("T") ? time : "2026-03-02T" + time + "Z");
    }

    static long us(String time) {
        Instant at = at(time);
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    static Trade trade(Market market, long id, String time, String price, String amount) {
        return Trade.newBuilder()
                .setMarket(market)
                .setTradeId(Long.toString(id))
                .setSequence(id)
                .setPrice(price)
                .setAmount(amount)
                .setEventTimeUs(us(time))
                .setReceivedAtUs(us(time))
                .setExecutions(1)
                .build();
    }

    MarketDriver trade(Trade trade) {
        return send(MarketEvent.newBuilder().setTrade(trade).build());
    }

    MarketDriver trade(long id, String time, String price, String amount) {
        return trade(trade(ETH_USD, id, time, price, amount));
    }

    MarketDriver tick(Tick tick) {
        return send(MarketEvent.newBuilder().setTick(tick).build());
    }

    MarketDriver tick(String venue, String time) {
        return tick(Tick.newBuilder()
                .setVenue(venue)
                .setAtUs(us(time))
                .setConnected(true)
                .build());
    }

    /** A tick each second from one time to another, both included. */
    MarketDriver ticks(String venue, String from, String to) {
        for (long at = us(from); at <= us(to); at += 1_000_000) {
            tick(Tick.newBuilder()
                    .setVenue(venue)
                    .setAtUs(at)
                    .setConnected(true)
                    .build());
        }
        return this;
    }

    MarketDriver sample(String venue, String time, Market market, String price, String volume) {
        return tick(Tick.newBuilder()
                .setVenue(venue)
                .setAtUs(us(time))
                .setConnected(true)
                .addSamples(ConversionSample.newBuilder()
                        .setMarket(market)
                        .setPrice(price)
                        .setVolume(volume)
                        .setEventTimeUs(us(time) - 1))
                .build());
    }

    MarketDriver gap(Gap gap) {
        return send(MarketEvent.newBuilder().setGap(gap).build());
    }

    MarketDriver candle(VenueCandle candle) {
        return send(MarketEvent.newBuilder().setVenueCandle(candle).build());
    }

    MarketDriver send(MarketEvent event) {
        input.pipeInput("key", event);
        return this;
    }

    MarketDriver pass(Duration wallClock) {
        driver.advanceWallClockTime(wallClock);
        return this;
    }

    private void collect() {
        candles.addAll(output(Topic.CANDLES, new ProtobufDeserializer<>(Candle.parser()))
                .readValuesToList());
        prices.addAll(
                output(Topic.PRICES, new ProtobufDeserializer<>(Price.parser())).readValuesToList());
        priceHistory.addAll(output(Topic.PRICE_HISTORY, new ProtobufDeserializer<>(Price.parser()))
                .readValuesToList());
    }

    private <V extends com.google.protobuf.MessageLite> TestOutputTopic<String, V> output(
            Topic topic, ProtobufDeserializer<V> deserializer) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), deserializer);
    }

    /** Every candle published so far, in order. */
    List<Candle> candles() {
        collect();
        return candles;
    }

    List<Price> prices() {
        collect();
        return prices;
    }

    List<Price> priceHistory() {
        collect();
        return priceHistory;
    }

    /** Every version published of one candle of a market ("coinbase:ETH-USD") or token. */
    List<Candle> versions(String name, String interval, String open) {
        return candles().stream()
                .filter(candle -> nameOf(candle).equals(name)
                        && candle.getInterval().equals(interval)
                        && candle.getOpenTimeUs() == us(open))
                .toList();
    }

    Candle latest(String name, String interval, String open) {
        List<Candle> versions = versions(name, interval, open);
        if (versions.isEmpty()) {
            throw new AssertionError("No " + interval + " candle of " + name + " at " + open);
        }
        return versions.getLast();
    }

    Optional<Candle> find(String name, String interval, String open) {
        return versions(name, interval, open).stream().reduce((before, after) -> after);
    }

    /** The newest version of each candle, by name, interval and open time. */
    Map<String, Candle> table() {
        Map<String, Candle> table = new TreeMap<>();
        for (Candle candle : candles()) {
            table.put(nameOf(candle) + " " + candle.getInterval() + " " + candle.getOpenTimeUs(), candle);
        }
        return table;
    }

    static String nameOf(Candle candle) {
        return candle.getToken().isEmpty() ? candle.getVenue() + ":" + candle.getSymbol() : candle.getToken();
    }

    /** "open high low close volume trades", as published. */
    static String numbers(Candle candle) {
        return String.join(
                " ",
                candle.getOpen(),
                candle.getHigh(),
                candle.getLow(),
                candle.getClose(),
                candle.getVolume(),
                Long.toString(candle.getTrades()));
    }

    double counted(String outcome) {
        return meters.get("assay.signals.market.events")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Override
    public void close() {
        driver.close();
    }
}
