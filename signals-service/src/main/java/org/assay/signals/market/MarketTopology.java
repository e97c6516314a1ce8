package org.assay.signals.market;

import com.google.protobuf.MessageLite;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.assay.events.serde.ProtobufDeserializer;
import org.assay.events.serde.ProtobufSerializer;
import org.assay.events.topic.Topic;
import org.assay.events.v1.MarketEvent;
import org.assay.signals.price.PriceRules;

/** The topology of the service: market events in, one processor, candles and prices out. */
public final class MarketTopology {

    static final String SOURCE = "market-events";
    static final String HISTORY = "history";
    static final String PROCESSOR = "markets-processor";
    static final String PRICES = "prices";
    static final String PRICE_HISTORY = "price-history";
    static final String CANDLES = "candles";

    private MarketTopology() {}

    /**
     * Lays the topology out. One sub-topology without repartitioning: a token's markets, clocks and conversion trades all
     * lie in its partition.
     *
     * @param peggedToDollar whether the token with this id is a stablecoin pegged to the dollar
     */
    public static Topology build(
            CandleRules candleRules, PriceRules priceRules, Predicate<String> peggedToDollar, MeterRegistry registry) {
        MarketMetrics metrics = new MarketMetrics(registry);
        Topology topology = new Topology();
        topology.addSource(
                SOURCE,
                new StringDeserializer(),
                new ProtobufDeserializer<>(MarketEvent.parser()),
                Topic.TRADES.topicName());
        topology.addSource(
                AutoOffsetReset.earliest(),
                HISTORY,
                new AfterLive(),
                new StringDeserializer(),
                new ProtobufDeserializer<>(MarketEvent.parser()),
                Topic.HISTORY.topicName());
        topology.addProcessor(
                PROCESSOR,
                () -> new MarketProcessor(candleRules, priceRules, peggedToDollar, metrics),
                SOURCE,
                HISTORY);
        for (String name : List.of(MarketStores.MARKETS, MarketStores.TOKENS, MarketStores.VENUES)) {
            topology.addStateStore(named(name), PROCESSOR);
        }
        for (String name : List.of(MarketStores.BUCKETS, MarketStores.TRADE_IDS, MarketStores.RATES)) {
            topology.addStateStore(binary(name), PROCESSOR);
        }
        sink(topology, PRICES, Topic.PRICES);
        sink(topology, PRICE_HISTORY, Topic.PRICE_HISTORY);
        sink(topology, CANDLES, Topic.CANDLES);
        return topology;
    }

    // Caching conflates the writes of a market between two commits into one. These are few and are held decoded anyway.
    private static StoreBuilder<?> named(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    private static StoreBuilder<?> binary(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    private static void sink(Topology topology, String name, Topic topic) {
        topology.addSink(
                name, topic.topicName(), new StringSerializer(), new ProtobufSerializer<MessageLite>(), PROCESSOR);
    }
}
