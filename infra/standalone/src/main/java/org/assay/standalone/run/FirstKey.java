package org.assay.standalone.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.assay.api.key.ApiKeys;
import org.assay.api.key.IssuedKey;
import org.assay.api.key.Plan;
import org.assay.testkit.embedded.PrivateFile;

/** The API key of whoever set the installation up: issued once, kept in a file that only the owner can read. */
final class FirstKey {

    private final Path file;
    private final DataSource database;

    FirstKey(Path file, DataSource database) {
        this.file = file;
        this.database = database;
    }

    void ensure() throws IOException, SQLException {
        if (Files.exists(file)) {
            return;
        }
        IssuedKey issued = new ApiKeys(database, Clock.systemUTC()).create(Plan.UNLIMITED, "first key");
        PrivateFile.write(file, issued.secret() + "\n");
    }
}
