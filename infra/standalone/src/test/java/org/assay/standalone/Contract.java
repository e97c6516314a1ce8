package org.assay.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The OpenAPI document that an installation serves, as a judge of its answers. */
final class Contract {

    private static final String ANSWER = "/get/responses/200/content/application~1json/schema";

    private final ObjectNode document;

    /** @param document changed: members that a schema does not name are no longer allowed */
    Contract(ObjectNode document) {
        this.document = document;
        document.at("/components/schemas").forEach(Contract::forbidOthers);
    }

    /** Paths of resources that can be read. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        document.get("paths").properties().forEach(path -> {
            if (!path.getValue().at(ANSWER).isMissingNode()) {
                paths.add(path.getKey());
            }
        });
        return paths;
    }

    /** What is wrong with an answer of a path; empty when nothing is. */
    Set<String> violations(String path, JsonNode answer) {
        ObjectNode schema = document.deepCopy();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.setAll((ObjectNode) document.get("paths").get(path).at(ANSWER));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(answer).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void forbidOthers(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
