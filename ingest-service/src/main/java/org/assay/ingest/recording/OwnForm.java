package org.assay.ingest.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our own form: one JSON object a line, {@code {"at":"<nanoseconds since the epoch>","kind":"connected | closed | sent |
 * received | answer","address":"...","text":"..."}}, in this order of fields.
 */
final class OwnForm {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String MARK = "{\"at\":\"";
    private static final long NANOS = 1_000_000_000L;

    private OwnForm() {}

    /** The line for an entry, without its end. */
    static String write(String kind, URI address, Instant at, @Nullable String text) {
        StringWriter out = new StringWriter(text == null ? 128 : text.length() + 160);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("at", Long.toString(at.getEpochSecond() * NANOS + at.getNano()));
            json.writeStringField("kind", kind);
            json.writeStringField("address", address.toString());
            if (text != null) {
                json.writeStringField("text", text);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The entry that a line holds; empty when the line is not of this form. */
    static Optional<RecordedEntry> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        String at = null;
        String kind = null;
        String address = null;
        String text = "";
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "at" -> at = json.getText();
                    case "kind" -> kind = json.getText();
                    case "address" -> address = json.getText();
                    case "text" -> text = json.getText();
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        if (at == null || kind == null || address == null) {
            return Optional.empty();
        }
        return entry(kind, address, EpochTime.parse(at), text);
    }

    private static Optional<RecordedEntry> entry(String kind, String address, Optional<Instant> at, String text) {
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Instant time = at.get();
        URI place = LineForm.address(address);
        return switch (kind) {
            case "connected" -> Optional.of(new RecordedEntry.Connected(place, time));
            case "closed" -> Optional.of(new RecordedEntry.Closed(place, time));
            case "sent" -> Optional.of(new RecordedEntry.Sent(place, time, text));
            case "received" -> Optional.of(new RecordedEntry.Received(place, time, text));
            case "answer" -> Optional.of(new RecordedEntry.Answer(place, time, text));
            default -> Optional.empty();
        };
    }
}
