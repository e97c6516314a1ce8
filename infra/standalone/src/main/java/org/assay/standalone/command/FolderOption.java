package org.assay.standalone.command;

import java.nio.file.Path;
import org.assay.standalone.folder.DataFolder;
import picocli.CommandLine.Option;

/** {@code --data}, which most commands have. */
final class FolderOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that holds all state. Default: ${DEFAULT-VALUE}",
            defaultValue = ".assay")
    private Path path = Path.of(".assay");

    DataFolder folder() {
        return new DataFolder(path);
    }
}
