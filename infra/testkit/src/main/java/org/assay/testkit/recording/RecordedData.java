package org.assay.testkit.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Finds the recorded data beside the repository ({@code ../shared/data}). It is not part of the repository, so a test
 * that needs it is skipped where it is absent, unless {@code CI=true}: then the absence is an error.
 */
public final class RecordedData {

    private final Path root;
    private final Map<String, String> environment;

    RecordedData(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** The data beside this repository. */
    public static RecordedData beside() {
        return new RecordedData(repositoryRoot().resolveSibling("shared").resolve("data"), System.getenv());
    }

    /**
     * A file or folder of the recorded data.
     *
     * @param relative path below {@code ../shared/data}, for instance {@code exchange_raw/hftbacktest}
     * @throws TestAbortedException when it is absent, which skips the test
     * @throws AssertionError when it is absent and {@code CI=true}
     */
    public static Path path(String relative) {
        return beside().require(relative);
    }

    Path require(String relative) {
        Path path = root.resolve(relative);
        if (Files.exists(path)) {
            return path;
        }
        String message = "recorded data absent: ../shared/data/" + relative;
        if ("true".equals(environment.get("CI"))) {
            throw new AssertionError(message + " (CI=true, so this is not skipped)");
        }
        throw new TestAbortedException(message);
    }

    /** The folder that holds {@code mvnw}, looked for from the working directory upwards. */
    public static Path repositoryRoot() {
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException(
                "no folder with mvnw above " + Path.of("").toAbsolutePath());
    }
}
