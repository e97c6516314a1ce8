package org.assay.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.testkit.recording.RecordedData;
import org.junit.jupiter.api.Test;

/** What only the source files show. */
class SourceFilesTest {

    private static final int MOST_LINES = 400;

    /** File names that may be longer, each with its reason. */
    private static final Set<String> LONGER = Set.of();

    @Test
    void no_source_file_has_more_than_400_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES && !LONGER.contains(file.getFileName().toString())) {
                tooLong.add(file.getFileName() + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void the_top_level_holds_what_the_floor_plan_names_and_nothing_else() throws IOException {
        Set<String> allowed = Set.of(
                "ratings-model",
                "ingest-service",
                "signals-service",
                "api-service",
                "infra",
                "docs",
                "pom.xml",
                "README.md",
                "LICENSE",
                "assay",
                "mvnw",
                "mvnw.cmd",
                "CHANGELOG.md");
        try (Stream<Path> entries = Files.list(RecordedData.repositoryRoot())) {
            assertThat(entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !name.equals("target")))
                    .isSubsetOf(allowed);
        }
    }

    private static Set<Path> sources() throws IOException {
        Set<Path> files = new TreeSet<>();
        Path root = RecordedData.repositoryRoot();
        List<String> modules = new ArrayList<>(Modules.byFolder().keySet());
        modules.add("infra/bench");
        for (String module : modules) {
            for (String kind : List.of("main", "test", "jmh")) {
                Path source = root.resolve(module).resolve("src").resolve(kind).resolve("java");
                if (Files.isDirectory(source)) {
                    try (Stream<Path> found = Files.walk(source)) {
                        found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                    }
                }
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
