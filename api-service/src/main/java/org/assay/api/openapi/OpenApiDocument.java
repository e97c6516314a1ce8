package org.assay.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The description of this API that was written when it was compiled, in both notations. */
@Singleton
final class OpenApiDocument {

    private static final String RESOURCE = "/META-INF/swagger/assay.json";

    private final byte[] json;
    private final byte[] yaml;

    OpenApiDocument() {
        ObjectMapper mapper = new JsonMapper();
        try (InputStream compiled = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (compiled == null) {
                throw new IllegalStateException("Not in this jar: " + RESOURCE);
            }
            JsonNode document = mapper.readTree(compiled);
            tidy(document);
            SharedParameters shared = SharedParameters.read(mapper);
            document.findValues("parameters").forEach(shared::fillIn);
            this.json = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
            DumperOptions options = new DumperOptions();
            options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
            this.yaml = new Yaml(options)
                    .dump(mapper.convertValue(document, Map.class))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the generator's schemas plain OpenAPI 3.1: it leaves the type out where values are enumerated (all of ours are
     * strings) and of maps, adds "object" to what may be null, says of objects that may be null that they are, and writes
     * members that are not of 3.1. Where values are enumerated, null is one of them if it is allowed.
     */
    private static void tidy(JsonNode node) {
        node.forEach(OpenApiDocument::tidy);
        if (node instanceof ObjectNode schema) {
            if (schema.path("enum").isArray() && !schema.has("type")) {
                schema.put("type", "string");
            }
            if (schema.path("additionalProperties").isObject() && !schema.has("type")) {
                schema.put("type", "object");
            }
            schema.remove(List.of("exampleSetFlag", "nullable", "allowableValues"));
            if (schema.path("name").isTextual() && schema.has("type") && !schema.has("in")) {
                schema.remove("name");
            }
            if (schema.path("type") instanceof ArrayNode types && types.size() > 2) {
                types.removeIf(type -> type.asText().equals("object"));
            }
            if (schema.path("type").asText().equals("null")) {
                allowNull(schema);
            }
            if (schema.path("type").isArray() && schema.path("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        }
    }

    /** Of a schema that the generator says is null, because it may be. */
    private static void allowNull(ObjectNode schema) {
        if (schema.remove("allOf") instanceof ArrayNode references) {
            schema.remove("type");
            schema.putArray("anyOf").addAll(references).addObject().put("type", "null");
        } else {
            schema.putArray("type").add("object").add("null");
        }
    }

    byte[] json() {
        return json.clone();
    }

    byte[] yaml() {
        return yaml.clone();
    }
}
