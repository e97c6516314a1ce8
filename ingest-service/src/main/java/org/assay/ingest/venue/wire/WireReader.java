package org.assay.ingest.venue.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a JSON text once, without building a tree. Every number is read from its own digits, so that nothing
 * passes through a {@code double}. Throws {@link MalformedPayloadException} alone, whatever the text holds.
 */
public final class WireReader implements AutoCloseable {

    /** Venues nest at most six levels deep. */
    private static final int DEEPEST = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(WireNumbers.LONGEST)
                    .maxStringLength(1_000_000)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private final JsonParser parser;
    private @Nullable JsonToken token;
    private int depth;
    private boolean broken;

    private WireReader(JsonParser parser) {
        this.parser = parser;
    }

    /** A reader that stands on the text's first value. */
    public static WireReader of(String json) throws MalformedPayloadException {
        try {
            WireReader reader = new WireReader(FACTORY.createParser(json));
            if (reader.next() == null) {
                throw new MalformedPayloadException(Code.MALFORMED_JSON, "The text is empty");
            }
            return reader;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Reads each field of the object at which this reader stands; a value that the visitor leaves alone is skipped. */
    public void object(FieldVisitor visitor) throws MalformedPayloadException {
        if (token != JsonToken.START_OBJECT) {
            throw notA("object");
        }
        while (next() == JsonToken.FIELD_NAME) {
            String field = name();
            next();
            int inside = depth;
            visitor.field(field, this);
            skipUnread(inside);
        }
    }

    /** Reads each element of the array at which this reader stands; one that the visitor leaves alone is skipped. */
    public void array(ElementVisitor visitor) throws MalformedPayloadException {
        if (token != JsonToken.START_ARRAY) {
            throw notA("array");
        }
        for (int index = 0; next() != JsonToken.END_ARRAY; index++) {
            int inside = depth;
            visitor.element(index, this);
            skipUnread(inside);
        }
    }

    /**
     * Reads the elements of the array at which this reader stands, each by itself: one whose content is bad does not keep
     * the others from being read.
     *
     * @throws MalformedPayloadException at the end, the first bad element's; at once when the text is no JSON
     */
    public void items(ElementVisitor visitor) throws MalformedPayloadException {
        MalformedPayloadException[] first = new MalformedPayloadException[1];
        array((index, in) -> {
            int outside = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY ? depth - 1 : depth;
            try {
                visitor.element(index, in);
            } catch (MalformedPayloadException e) {
                if (broken) {
                    throw e;
                }
                if (first[0] == null) {
                    first[0] = e;
                }
                leave(outside);
            }
        });
        if (first[0] != null) {
            throw first[0];
        }
    }

    public boolean atObject() {
        return token == JsonToken.START_OBJECT;
    }

    public boolean atArray() {
        return token == JsonToken.START_ARRAY;
    }

    public boolean atNull() {
        return token == JsonToken.VALUE_NULL;
    }

    /** Whether the value is {@code null} or an empty string, which some venues write for "none". */
    public boolean atNothing() throws MalformedPayloadException {
        return token == JsonToken.VALUE_NULL || (token == JsonToken.VALUE_STRING && raw().isEmpty());
    }

    /** The scalar at which this reader stands, as written. */
    public String text(String field) throws MalformedPayloadException {
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw new MalformedPayloadException(Code.MISSING_FIELD, field + " is not a value");
        }
        return raw();
    }

    /** The scalar as written; empty where the value is {@code null} or no scalar. For fields that only describe. */
    public String word() throws MalformedPayloadException {
        return token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL ? "" : raw();
    }

    /** As {@link #text}, but not empty. */
    public String name(String field) throws MalformedPayloadException {
        String text = text(field);
        if (text.isBlank()) {
            throw new MalformedPayloadException(Code.MISSING_FIELD, field + " is empty");
        }
        return text;
    }

    /** The decimal at which this reader stands, a JSON number or a string of one. */
    public BigDecimal decimal(String field) throws MalformedPayloadException {
        return WireNumbers.decimal(text(field), field);
    }

    /** As {@link #decimal}, but greater than zero. */
    public BigDecimal positive(String field) throws MalformedPayloadException {
        return WireNumbers.positive(text(field), field);
    }

    /** The integer at which this reader stands, a JSON number or a string of one. */
    public long integer(String field) throws MalformedPayloadException {
        return WireNumbers.integer(text(field), field);
    }

    /** Whether the value is {@code true}. */
    public boolean isTrue() {
        return token == JsonToken.VALUE_TRUE;
    }

    /** Nothing may follow the value that was read. */
    public void end() throws MalformedPayloadException {
        if (next() != null) {
            throw new MalformedPayloadException(Code.MALFORMED_JSON, "Text follows the JSON value");
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new IllegalStateException("A parser over a string does no I/O", e);
        }
    }

    private String raw() throws MalformedPayloadException {
        try {
            return parser.getText();
        } catch (IOException e) {
            broken = true;
            throw malformed(e);
        }
    }

    private String name() throws MalformedPayloadException {
        try {
            return parser.currentName();
        } catch (IOException e) {
            broken = true;
            throw malformed(e);
        }
    }

    private @Nullable JsonToken next() throws MalformedPayloadException {
        try {
            token = parser.nextToken();
        } catch (IOException e) {
            broken = true;
            throw malformed(e);
        }
        if (token != null) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        }
        return token;
    }

    private void skipUnread(int inside) throws MalformedPayloadException {
        if (token != null && token.isStructStart() && depth == inside) {
            leave(inside - 1);
        }
    }

    private void leave(int outside) throws MalformedPayloadException {
        while (depth > outside) {
            next();
        }
    }

    private MalformedPayloadException notA(String shape) {
        return new MalformedPayloadException(
                depth <= 1 ? Code.MALFORMED_JSON : Code.MISSING_FIELD, "Expected an " + shape + " but found " + token);
    }

    private static MalformedPayloadException malformed(IOException cause) {
        Code code = cause instanceof StreamConstraintsException ? Code.OVERSIZED : Code.MALFORMED_JSON;
        String message = cause.getMessage();
        return new MalformedPayloadException(code, message == null ? "Not JSON" : message, cause);
    }

    /** Reads one field's value. */
    @FunctionalInterface
    public interface FieldVisitor {
        void field(String field, WireReader in) throws MalformedPayloadException;
    }

    /** Reads one element of an array. */
    @FunctionalInterface
    public interface ElementVisitor {
        void element(int index, WireReader in) throws MalformedPayloadException;
    }
}
