package org.assay.signals.market;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.assay.events.candle.Interval;
import org.assay.signals.candle.Bucket;
import org.assay.signals.candle.Execution;
import org.assay.signals.candle.Ladder;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * The buckets by owner (a market's or token's name), interval and open time, and the trade ids that found no room in
 * them.
 */
final class BucketStore {

    private static final byte[] PRESENT = {1};
    private static final int TEXT_IDS = 0;
    private static final int NUMERIC_IDS = 1;
    // Sorts after every text that occurs in a key.
    private static final String LAST = "\uffff";

    private final KeyValueStore<Bytes, byte[]> buckets;
    private final KeyValueStore<Bytes, byte[]> tradeIds;
    private final StateWriter scratch = new StateWriter();

    BucketStore(KeyValueStore<Bytes, byte[]> buckets, KeyValueStore<Bytes, byte[]> tradeIds) {
        this.buckets = buckets;
        this.tradeIds = tradeIds;
    }

    @Nullable
    Bucket find(String owner, Interval interval, long openUs) {
        byte[] bytes = buckets.get(key(owner, Ladder.level(interval), openUs, ""));
        return bytes == null ? null : Bucket.read(new StateReader(bytes));
    }

    void save(String owner, Interval interval, long openUs, Bucket bucket) {
        bucket.write(scratch);
        buckets.put(key(owner, Ladder.level(interval), openUs, ""), scratch.take());
    }

    /** The open times of the buckets in [from, to), ascending. */
    List<Long> opens(String owner, Interval interval, long fromUs, long toUs) {
        List<Long> opens = new ArrayList<>();
        scan(buckets, owner, Ladder.level(interval), fromUs, toUs, key -> opens.add(openOf(owner, key)));
        return opens;
    }

    boolean holdsTextId(String owner, long minuteUs, Execution trade) {
        return tradeIds.get(key(owner, TEXT_IDS, minuteUs, trade.id())) != null;
    }

    void saveTextId(String owner, long minuteUs, Execution trade) {
        tradeIds.put(key(owner, TEXT_IDS, minuteUs, trade.id()), PRESENT);
    }

    /** Saves numeric ids that a bucket gave up, under their number among these. */
    void saveIds(String owner, long minuteUs, int number, byte[] ids) {
        tradeIds.put(key(owner, NUMERIC_IDS, minuteUs, Integer.toString(number)), ids);
    }

    /** All that was saved of a minute. */
    void readIds(String owner, long minuteUs, Consumer<byte[]> consumer) {
        try (KeyValueIterator<Bytes, byte[]> entries =
                tradeIds.range(key(owner, NUMERIC_IDS, minuteUs, ""), key(owner, NUMERIC_IDS, minuteUs, LAST))) {
            entries.forEachRemaining(entry -> consumer.accept(entry.value));
        }
    }

    /** Forgets the buckets of an interval that open before the time, and the trade ids of such minutes. */
    void expire(String owner, Interval interval, long beforeUs) {
        delete(buckets, owner, Ladder.level(interval), beforeUs);
        if (interval == Interval.M1) {
            delete(tradeIds, owner, TEXT_IDS, beforeUs);
            delete(tradeIds, owner, NUMERIC_IDS, beforeUs);
        }
    }

    private static void delete(KeyValueStore<Bytes, byte[]> store, String owner, int level, long beforeUs) {
        List<Bytes> old = new ArrayList<>();
        scan(store, owner, level, 0, beforeUs, old::add);
        old.forEach(store::delete);
    }

    private static void scan(
            KeyValueStore<Bytes, byte[]> store,
            String owner,
            int level,
            long fromUs,
            long toUs,
            Consumer<Bytes> found) {
        if (fromUs >= toUs) {
            return;
        }
        // The range's end is inclusive; the last microsecond before "to" is the last possible open time.
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.range(key(owner, level, fromUs, ""), key(owner, level, toUs - 1, LAST))) {
            entries.forEachRemaining(entry -> found.accept(entry.key));
        }
    }

    private static long openOf(String owner, Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong(owner.getBytes(StandardCharsets.UTF_8).length + 2);
    }

    /** Times before 1970 do not occur: a plain big-endian number sorts as it should. */
    private static Bytes key(String owner, int level, long openUs, String id) {
        byte[] name = owner.getBytes(StandardCharsets.UTF_8);
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(name.length + 2 + Long.BYTES + text.length)
                .put(name)
                .put((byte) 0)
                .put((byte) level)
                .putLong(Math.max(0, openUs))
                .put(text)
                .array());
    }
}
