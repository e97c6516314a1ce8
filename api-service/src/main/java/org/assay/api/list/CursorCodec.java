package org.assay.api.list;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Page cursors: the sort key of the last entry shown, sealed with HMAC-SHA256 over it and over the request it belongs to,
 * so that a cursor serves no other route, filter or installation. Opaque to callers; URL-safe.
 */
final class CursorCodec {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_LENGTH = 16;
    private static final int MAX_LENGTH = 2_048;

    private final SecretKeySpec secret;

    /** Takes a secret of at least 32 bytes; the same in every process that serves the same callers. */
    CursorCodec(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("The cursor secret must have at least 32 bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Seals a sort key; the binding names the request that the cursor is good for, see {@link Listing#binding}. */
    String encode(String binding, List<String> sortKey) {
        byte[] payload = pack(sortKey);
        byte[] seal = seal(binding, payload);
        byte[] whole = ByteBuffer.allocate(SEAL_LENGTH + payload.length)
                .put(seal)
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The sort key, or empty when the cursor was not made by {@link #encode} with this secret and binding. */
    Optional<List<String>> decode(String binding, String cursor) {
        if (cursor.isEmpty() || cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (whole.length < SEAL_LENGTH) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(whole, SEAL_LENGTH, whole.length);
        byte[] seal = Arrays.copyOf(whole, SEAL_LENGTH);
        return MessageDigest.isEqual(seal, seal(binding, payload)) ? Optional.of(unpack(payload)) : Optional.empty();
    }

    private byte[] seal(String binding, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(pack(List.of(binding)));
            mac.update(payload);
            return Arrays.copyOf(mac.doFinal(), SEAL_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Every JDK has " + ALGORITHM, e);
        }
    }

    /** Each part with its length before it: no two lists of parts give the same bytes. */
    private static byte[] pack(List<String> parts) {
        List<byte[]> encoded = parts.stream()
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer packed = ByteBuffer.allocate(
                encoded.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
        encoded.forEach(part -> packed.putInt(part.length).put(part));
        return packed.array();
    }

    private static List<String> unpack(byte[] payload) {
        ByteBuffer packed = ByteBuffer.wrap(payload);
        List<String> parts = new ArrayList<>();
        while (packed.hasRemaining()) {
            byte[] part = new byte[packed.getInt()];
            packed.get(part);
            parts.add(new String(part, StandardCharsets.UTF_8));
        }
        return parts;
    }
}
