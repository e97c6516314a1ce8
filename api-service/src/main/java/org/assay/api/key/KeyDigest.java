package org.assay.api.key;

import java.nio.ByteBuffer;

/** A SHA-256 as a map key. */
record KeyDigest(long a, long b, long c, long d) {

    static KeyDigest of(byte[] hash) {
        ByteBuffer words = ByteBuffer.wrap(hash);
        return new KeyDigest(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    /** The digest is evenly spread already. */
    @Override
    public int hashCode() {
        return (int) a;
    }
}
