package org.assay.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that the database holds; what does not have the expected form is a defect and throws. */
@Singleton
public final class JsonDocuments {

    private static final TypeReference<Map<String, BigDecimal>> DECIMALS = new TypeReference<>() {};

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    /** From here on, floating-point numbers are written with an exponent, and lose it and the point in the database. */
    private static final int LEAST_WITHOUT_POINT = 10_000_000;

    private final ObjectMapper json;

    JsonDocuments(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Any object; numbers with a point become decimals with all their digits, those without whole numbers. The database
     * writes a floating-point number from ten millions on without its point when it is whole; no count in a document gets
     * there, so these are decimals too.
     */
    public Map<String, Object> object(String document) {
        try {
            Map<String, Object> members = json.readerFor(OBJECT)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(document);
            members.replaceAll((name, value) -> withDecimals(value));
            return members;
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    @SuppressWarnings("unchecked") // What a JSON reader makes of objects has names for keys.
    private static @Nullable Object withDecimals(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> object -> {
                ((Map<String, Object>) object).replaceAll((name, member) -> withDecimals(member));
                yield object;
            }
            case List<?> list -> {
                ((List<Object>) list).replaceAll(JsonDocuments::withDecimals);
                yield list;
            }
            case BigInteger huge -> new BigDecimal(huge);
            case Long large -> BigDecimal.valueOf(large);
            case Integer number when Math.abs(number) >= LEAST_WITHOUT_POINT -> BigDecimal.valueOf(number);
            default -> value;
        };
    }

    /** A value of the type; decimals keep all their digits. */
    public <T> T read(String document, Class<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** A value of a type with type arguments. */
    public <T> T read(String document, TypeReference<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** An object whose members are numbers: the numbers in plain notation, by name. */
    public Map<String, String> decimals(String document) {
        Map<String, String> plain = new TreeMap<>();
        read(document, DECIMALS).forEach((name, number) -> plain.put(name, number.toPlainString()));
        return plain;
    }

    private static IllegalStateException unreadable(JsonProcessingException cause) {
        return new IllegalStateException("A stored document has not the form that is read here", cause);
    }
}
