package org.assay.api.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * {@code ask_}, 30 random base62 characters (178 bits), and the CRC32 of all that as 6 base62 characters. The prefix lets
 * secret scanners find a leaked key, the checksum lets us refuse a mistyped one without a look-up.
 */
public final class KeyFormat {

    /** Begins every key. */
    public static final String PREFIX = "ask_";

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 30;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int CHECKED_LENGTH = PREFIX.length() + RANDOM_LENGTH;

    /** Characters of a whole key. */
    public static final int LENGTH = CHECKED_LENGTH + CHECKSUM_LENGTH;

    private KeyFormat() {}

    /** A new key. The generator must be cryptographically strong for keys that are issued. */
    static String generate(RandomGenerator random) {
        StringBuilder key = new StringBuilder(LENGTH).append(PREFIX);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            key.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return key.append(checksum(key)).toString();
    }

    /** True when prefix, length, alphabet and checksum are right. */
    public static boolean isWellFormed(CharSequence key) {
        if (key.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < PREFIX.length(); i++) {
            if (key.charAt(i) != PREFIX.charAt(i)) {
                return false;
            }
        }
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            if (!isBase62(key.charAt(i))) {
                return false;
            }
        }
        long expected = crc32(key);
        for (int i = LENGTH - 1; i >= CHECKED_LENGTH; i--) {
            if (key.charAt(i) != BASE62.charAt((int) (expected % BASE62.length()))) {
                return false;
            }
            expected /= BASE62.length();
        }
        return true;
    }

    /** SHA-256 of the whole key, 32 bytes; what is kept of it. */
    public static byte[] hash(String key) {
        return sha256().digest(key.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isBase62(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static String checksum(CharSequence checked) {
        long crc = crc32(checked);
        char[] digits = new char[CHECKSUM_LENGTH];
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            digits[i] = BASE62.charAt((int) (crc % BASE62.length()));
            crc /= BASE62.length();
        }
        return new String(digits);
    }

    private static long crc32(CharSequence key) {
        CRC32 crc = new CRC32();
        for (int i = 0; i < CHECKED_LENGTH; i++) {
            crc.update(key.charAt(i));
        }
        return crc.getValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
