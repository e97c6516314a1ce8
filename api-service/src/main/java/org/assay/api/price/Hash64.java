package org.assay.api.price;

/** FNV-1a over 64 bits with a final mix: tells versions of a body apart; not against an adversary. */
final class Hash64 {

    static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash64() {}

    static long of(byte[] bytes, long seed) {
        long hash = seed;
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xff)) * PRIME;
        }
        return mix(hash);
    }

    /** Adds a number to a running hash; the order matters. */
    static long add(long hash, long number) {
        return mix(hash * PRIME ^ number);
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }
}
