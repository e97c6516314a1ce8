package org.assay.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class RecordedDataTest {

    @TempDir
    Path root;

    @Test
    void gives_the_path_of_data_that_is_there() throws Exception {
        Files.createFile(root.resolve("frames.gz"));

        assertThat(new RecordedData(root, Map.of()).require("frames.gz")).isEqualTo(root.resolve("frames.gz"));
    }

    @Test
    void skips_where_the_data_is_absent_but_fails_in_ci() {
        assertThatThrownBy(() -> new RecordedData(root, Map.of()).require("absent"))
                .isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> new RecordedData(root, Map.of("CI", "true")).require("absent"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void finds_the_repository_from_a_module() {
        assertThat(RecordedData.repositoryRoot().resolve("mvnw")).exists();
    }
}
