package org.assay.ratings.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Finds what lies beside the repository in {@code ../shared}. It is not part of the repository, so a test that needs it is
 * skipped where it is absent, unless {@code CI=true}: then the absence is an error.
 */
public final class ReferenceFolder {

    private ReferenceFolder() {}

    /** The panel of 2015 to 2021. */
    public static Path panel() {
        return path("data/panel/panel_daily_2015_2021.csv.gz");
    }

    /** A file or folder, by its path below {@code ../shared}. */
    public static Path path(String relative) {
        Path path = repositoryRoot().resolveSibling("shared").resolve(relative);
        if (Files.exists(path)) {
            return path;
        }
        String message = "absent: ../shared/" + relative;
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message + " (CI=true, so this is not skipped)");
        }
        throw new TestAbortedException(message);
    }

    private static Path repositoryRoot() {
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
