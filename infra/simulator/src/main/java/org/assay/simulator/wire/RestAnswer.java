package org.assay.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer over HTTP, with a JSON body. Immutable. */
public final class RestAnswer {

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers;

    private RestAnswer(int status, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.headers = headers;
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
        return new RestAnswer(status, body, Map.copyOf(more));
    }

    int status() {
        return status;
    }

    /** The bytes themselves, not to be changed. */
    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
