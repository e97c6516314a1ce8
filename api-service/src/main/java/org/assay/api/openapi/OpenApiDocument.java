package org.assay.api.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
            Map<?, ?> document = mapper.readValue(compiled, Map.class);
            this.json = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
            DumperOptions options = new DumperOptions();
            options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
            this.yaml = new Yaml(options).dump(document).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] json() {
        return json.clone();
    }

    byte[] yaml() {
        return yaml.clone();
    }
}
