package org.assay.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * The descriptions of parameters that several operations have. Operations name them by annotations; the generator drops the
 * schema of what such an annotation describes, so that they are written in a file and filled in here.
 */
record SharedParameters(JsonNode byKey) {

    private static final String RESOURCE = "parameters.yml";
    private static final String PREFIX = "#/components/parameters/";

    static SharedParameters read(ObjectMapper mapper) throws IOException {
        try (InputStream file = SharedParameters.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("Not in this jar: " + RESOURCE);
            }
            Map<String, Object> parameters = new Yaml().load(file);
            return new SharedParameters(mapper.valueToTree(parameters));
        }
    }

    /** Puts descriptions in place of references, in the list of an operation's parameters. */
    void fillIn(JsonNode parameters) {
        if (parameters instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                String reference = list.get(i).path("$ref").asText();
                if (reference.startsWith(PREFIX)) {
                    list.set(i, byKey.required(reference.substring(PREFIX.length())));
                }
            }
        }
    }
}
