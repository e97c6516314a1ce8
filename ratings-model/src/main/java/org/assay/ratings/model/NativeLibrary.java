package org.assay.ratings.model;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads LightGBM's native library. lightgbm4j unpacks it under one name in the system's temporary folder: a second process
 * that does so overwrites what the first has mapped, and the first crashes. So each process unpacks into a folder of its own,
 * which is deleted once the library is loaded.
 */
final class NativeLibrary {

    private static final String TEMPORARY_FOLDER = "java.io.tmpdir";

    private static boolean loaded;

    private NativeLibrary() {}

    /** Must come before the first use of a class of lightgbm4j. */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String shared = System.getProperty(TEMPORARY_FOLDER, "");
        try {
            Path own = Files.createTempDirectory("lightgbm");
            System.setProperty(TEMPORARY_FOLDER, own.toString());
            try {
                LGBMBooster.loadNative();
            } finally {
                System.setProperty(TEMPORARY_FOLDER, shared);
                delete(own);
            }
            loaded = true;
        } catch (IOException | LinkageError e) {
            throw new ModelException.TrainingFailed(
                    "LightGBM's native library cannot be loaded; on Linux it needs libgomp (Debian: libgomp1)", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (var listing = Files.list(folder)) {
            files = listing.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
