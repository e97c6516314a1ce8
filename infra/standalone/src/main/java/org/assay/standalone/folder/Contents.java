package org.assay.standalone.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assay.testkit.embedded.EmbeddedServices;
import org.assay.testkit.embedded.FolderTree;

/** What lies in a data folder that this process holds. */
record Contents(Path folder) {

    /** The folder for temporary files, emptied at every start. */
    static final String TEMPORARY = "tmp";

    /** Servers that a killed process left running would go on writing into the folder. */
    void stopLeftOvers() throws IOException {
        EmbeddedServices.stopLeftOvers(folder);
    }

    void deleteAllBut(String... kept) throws IOException {
        List<Path> doomed = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(doomed::add);
        }
        for (Path entry : doomed) {
            if (!Set.of(kept).contains(entry.getFileName().toString())) {
                FolderTree.delete(entry);
            }
        }
    }

    /** Native libraries unpacked by a process that was killed stay behind otherwise. */
    void clearTemporary() throws IOException {
        Path temporary = folder.resolve(TEMPORARY);
        FolderTree.delete(temporary);
        Files.createDirectories(temporary);
        Files.createDirectories(folder.resolve("log"));
    }
}
