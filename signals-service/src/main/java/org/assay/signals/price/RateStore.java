package org.assay.signals.price;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.assay.events.candle.Interval;
import org.assay.signals.candle.Ladder;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;

/** What {@link ConversionRates} remembers, in one key-value store; the first byte of a key tells the kind. */
final class RateStore {

    private static final byte MARKET = 'm';
    private static final byte MINUTE_RATE = 'r';
    private static final byte CANDLE = 'c';
    private static final Serializer<byte[]> RAW = new ByteArraySerializer();

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateWriter scratch = new StateWriter();

    /**
     * A conversion market's candle.
     *
     * @param volume in base units
     */
    record PastPrice(String quote, BigDecimal close, BigDecimal volume) {}

    RateStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void save(ConversionMarket market) {
        store.put(key(MARKET, 0, 0, market.venue() + ":" + market.symbol()), market.write(scratch));
    }

    List<ConversionMarket> markets() {
        List<ConversionMarket> markets = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.prefixScan(new byte[] {MARKET}, RAW)) {
            all.forEachRemaining(entry -> markets.add(ConversionMarket.read(entry.value)));
        }
        return markets;
    }

    Optional<Rate> minuteRate(String asset, long openUs) {
        byte[] bytes = store.get(key(MINUTE_RATE, 0, openUs, asset));
        if (bytes == null) {
            return Optional.empty();
        }
        StateReader in = new StateReader(bytes);
        return Optional.of(new Rate(in.presentDecimal(), Rate.Basis.ofNumber(in.unsigned())));
    }

    void saveMinuteRate(String asset, long openUs, Rate rate) {
        scratch.decimal(rate.usd()).unsigned(rate.basis().number());
        store.put(key(MINUTE_RATE, 0, openUs, asset), scratch.take());
    }

    void savePastPrice(Interval interval, long openUs, String base, String market, PastPrice price) {
        scratch.text(price.quote).decimal(price.close).decimal(price.volume);
        store.put(key(CANDLE, Ladder.level(interval), openUs, base + "\n" + market), scratch.take());
    }

    List<PastPrice> pastPrices(Interval interval, long openUs, String base) {
        List<PastPrice> prices = new ArrayList<>();
        Bytes prefix = key(CANDLE, Ladder.level(interval), openUs, base + "\n");
        try (KeyValueIterator<Bytes, byte[]> found = store.prefixScan(prefix.get(), RAW)) {
            found.forEachRemaining(entry -> {
                StateReader in = new StateReader(entry.value);
                prices.add(new PastPrice(in.text(), in.presentDecimal(), in.presentDecimal()));
            });
        }
        return prices;
    }

    /** Forgets minute rates and candles of that interval before a time. */
    void expire(Interval interval, long beforeUs) {
        deleteRange(CANDLE, Ladder.level(interval), beforeUs);
        if (interval == Interval.M1) {
            deleteRange(MINUTE_RATE, 0, beforeUs);
        }
    }

    private void deleteRange(byte kind, int level, long beforeUs) {
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found =
                store.range(key(kind, level, 0, ""), key(kind, level, beforeUs, ""))) {
            while (found.hasNext()) {
                KeyValue<Bytes, byte[]> entry = found.next();
                old.add(entry.key);
            }
        }
        old.forEach(store::delete);
    }

    /** Times before 1970 do not occur: a plain big-endian number sorts as it should. */
    private static Bytes key(byte kind, int level, long openUs, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(2 + Long.BYTES + text.length)
                .put(kind)
                .put((byte) level)
                .putLong(openUs)
                .put(text)
                .array());
    }
}
