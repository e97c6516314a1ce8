package org.assay.api.key;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers for a short while which keys are not known: bounded, so that a flood of invented keys costs no memory. */
final class UnknownKeys {

    private final long ttlMillis;
    private final Map<KeyDigest, Long> seenAt;

    UnknownKeys(long ttlMillis, int capacity) {
        this.ttlMillis = ttlMillis;
        this.seenAt = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<KeyDigest, Long> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized void add(KeyDigest digest, long nowMillis) {
        seenAt.remove(digest);
        seenAt.put(digest, nowMillis);
    }

    synchronized boolean contains(KeyDigest digest, long nowMillis) {
        Long at = seenAt.get(digest);
        if (at == null) {
            return false;
        }
        if (nowMillis - at >= ttlMillis) {
            seenAt.remove(digest);
            return false;
        }
        return true;
    }

    synchronized int size() {
        return seenAt.size();
    }
}
