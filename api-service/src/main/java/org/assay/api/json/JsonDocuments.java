package org.assay.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads the JSON that the database holds; what does not have the expected form is a defect and throws. */
@Singleton
public final class JsonDocuments {

    private static final TypeReference<Map<String, BigDecimal>> DECIMALS = new TypeReference<>() {};

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;

    JsonDocuments(ObjectMapper json) {
        this.json = json;
    }

    /** Any object; numbers with a point become decimals with all their digits, those without whole numbers. */
    public Map<String, Object> object(String document) {
        try {
            return json.readerFor(OBJECT)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(document);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
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
