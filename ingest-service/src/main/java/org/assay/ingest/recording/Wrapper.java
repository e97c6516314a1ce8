package org.assay.ingest.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects that a recorder wrapped around the venue's frame: a receive time and the frame, under one of the usual names.
 * None of the five venues gives a field of its own frames, holding JSON, a name like the payload names here. The frame is
 * cut out as it stands, so that its numbers keep every digit.
 */
final class Wrapper {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> PAYLOADS = Set.of("message", "msg", "raw", "frame", "payload");
    private static final Set<String> TIMES = Set.of(
            "local_timestamp",
            "localTimestamp",
            "received_at",
            "receivedAt",
            "recv_ts",
            "receive_time",
            "timestamp",
            "ts",
            "time");
    private static final Set<String> ADDRESSES = Set.of("url", "address", "endpoint");
    private static final int FARTHEST_NAME = 400;

    private Wrapper() {}

    /** The wrapped frame; empty when the text is no such object. */
    static Optional<RecordedEntry> unwrap(String text, @Nullable URI socket) {
        if (!mayWrap(text)) {
            return Optional.empty();
        }
        Instant at = null;
        String frame = null;
        URI address = socket;
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (PAYLOADS.contains(name)) {
                    String payload = payload(json, text);
                    frame = payload == null ? frame : payload;
                } else if (TIMES.contains(name) && value.isScalarValue()) {
                    at = EpochTime.parse(json.getText()).orElse(at);
                } else if (ADDRESSES.contains(name) && json.getText().contains("://")) {
                    address = LineForm.address(json.getText());
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // No wrapper, then; the frame goes to its adapter as it is, which names what is wrong with it.
            return Optional.empty();
        }
        return frame == null || at == null
                ? Optional.empty()
                : Optional.of(new RecordedEntry.Received(address, at, frame));
    }

    /** Cheap: reading every frame to find that it wraps nothing would double the cost of a replay. */
    private static boolean mayWrap(String text) {
        String start = text.length() <= FARTHEST_NAME ? text : text.substring(0, FARTHEST_NAME);
        return text.startsWith("{") && PAYLOADS.stream().anyMatch(name -> start.contains("\"" + name + "\""));
    }

    private static @Nullable String payload(JsonParser json, String text) throws IOException {
        if (json.currentToken().isStructStart()) {
            int start = (int) json.currentTokenLocation().getCharOffset();
            json.skipChildren();
            return text.substring(start, (int) json.currentLocation().getCharOffset());
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            String value = json.getText().strip();
            return value.startsWith("{") || value.startsWith("[") ? value : null;
        }
        return null;
    }
}
