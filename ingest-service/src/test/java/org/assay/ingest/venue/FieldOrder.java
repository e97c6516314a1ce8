package org.assay.ingest.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a JSON text with the fields of each object in the opposite order. */
final class FieldOrder {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private FieldOrder() {}

    static String reversed(String json) {
        try {
            return MAPPER.writeValueAsString(reversed(MAPPER.readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static JsonNode reversed(JsonNode node) {
        if (node.isObject()) {
            ObjectNode turned = MAPPER.createObjectNode();
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
            fields.reversed().forEach(field -> turned.set(field.getKey(), reversed(field.getValue())));
            return turned;
        }
        if (node.isArray()) {
            ArrayNode elements = MAPPER.createArrayNode();
            node.forEach(element -> elements.add(reversed(element)));
            return elements;
        }
        return node;
    }
}
