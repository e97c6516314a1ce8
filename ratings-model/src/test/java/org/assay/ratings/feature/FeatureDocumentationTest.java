package org.assay.ratings.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeatureDocumentationTest {

    @Test
    void the_page_on_features_says_what_the_code_says() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.resolve("..").normalize();
        }
        Path page = folder.resolve("docs/methodology/features.md");

        assertThat(Files.readString(page)).isEqualTo(FeatureDocumentation.page());
    }
}
