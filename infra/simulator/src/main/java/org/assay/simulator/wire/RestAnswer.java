package org.assay.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer over HTTP, with a JSON body.
 *
 * @param status HTTP status
 * @param body bytes of the body
 * @param headers beside the usual ones
 */
public record RestAnswer(int status, byte[] body, Map<String, String> headers) {

    public RestAnswer {
        headers = Map.copyOf(headers);
    }

    /** 200 with this body. */
    public static RestAnswer ok(JsonBytes body) {
        return new RestAnswer(200, body.copy(), Map.of());
    }

    /** Any status with this body. */
    public static RestAnswer of(int status, String body) {
        return new RestAnswer(status, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** The same with another status. */
    public RestAnswer status(int other) {
        return new RestAnswer(other, body, headers);
    }

    /** The same with one more header. */
    public RestAnswer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RestAnswer(status, body, more);
    }
}
