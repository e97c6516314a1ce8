package org.assay.signals.market;

import java.util.HashMap;
import java.util.Map;
import org.assay.signals.candle.Bucket;
import org.assay.signals.candle.LongSet;
import org.jspecify.annotations.Nullable;

/**
 * The numeric trade ids that found no room in their buckets, in memory as far as they are in use: for each market those
 * of its newest such minute, and those of one older minute, since late trades come in runs.
 */
final class SpilledIds {

    private final BucketStore store;
    private final Map<String, Minute> newest = new HashMap<>();
    private @Nullable Minute late;

    private record Minute(String owner, long openUs, LongSet ids) {}

    SpilledIds(BucketStore store) {
        this.store = store;
    }

    boolean contains(String owner, long minuteUs, Bucket bucket, long id) {
        return bucket.spills() > 0 && minute(owner, minuteUs).ids.contains(id);
    }

    /** Takes over the ids that a bucket gave up; the bucket counts them already. */
    void add(String owner, long minuteUs, Bucket bucket, byte[] ids) {
        store.saveIds(owner, minuteUs, bucket.spills(), ids);
        Bucket.readIds(ids, minute(owner, minuteUs).ids::add);
    }

    private Minute minute(String owner, long minuteUs) {
        Minute known = newest.get(owner);
        if (known != null && known.openUs == minuteUs) {
            return known;
        }
        if (late != null && late.openUs == minuteUs && late.owner.equals(owner)) {
            return late;
        }
        Minute read = new Minute(owner, minuteUs, new LongSet());
        store.readIds(owner, minuteUs, ids -> Bucket.readIds(ids, read.ids::add));
        if (known == null || minuteUs > known.openUs) {
            newest.put(owner, read);
        } else {
            late = read;
        }
        return read;
    }
}
