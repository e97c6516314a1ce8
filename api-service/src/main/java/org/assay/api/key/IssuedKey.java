package org.assay.api.key;

/**
 * The one moment in which a key can be read.
 *
 * @param secret the key itself; not kept anywhere
 */
public record IssuedKey(ApiKey key, String secret) {

    /** Without the secret: this may end in a log. */
    @Override
    public String toString() {
        return "IssuedKey[" + key + "]";
    }
}
