package org.assay.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import org.assay.api.key.ApiKeys;
import org.assay.api.key.IssuedKey;
import org.assay.api.key.Plan;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.assay.standalone.folder.Running;
import org.assay.standalone.folder.Running.State;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keys}: issues API keys of the running installation. */
@Command(name = "keys", description = "Issues API keys.", mixinStandardHelpOptions = true)
public final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "keys needs a verb: create");
    }

    @Command(
            name = "create",
            description = "Issues a key and prints it alone on stdout; it cannot be shown again.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin FolderOption data,
            @Option(names = "--plan", required = true, description = "free, pro or unlimited") String plan,
            @Option(names = "--name", required = true, description = "For people, 1 to 100 characters") String name)
            throws IOException, SQLException {
        Plan chosen = Plan.of(plan)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "unknown plan '" + plan + "': it is free, pro or unlimited"));
        if (name.isBlank() || name.length() > 100) {
            throw new ParameterException(spec.commandLine(), "a key's name has 1 to 100 characters");
        }
        spec.commandLine().getOut().println(issue(data.folder(), chosen, name).secret());
        return 0;
    }

    private static IssuedKey issue(DataFolder folder, Plan plan, String name) throws IOException, SQLException {
        try {
            return new ApiKeys(database(folder), Clock.systemUTC()).create(plan, name);
        } catch (SQLException e) {
            if (folder.running().filter(run -> run.state() == State.STARTING).isEmpty()) {
                throw e;
            }
            throw new Refusal(
                    Reason.NOT_READY,
                    "what runs in " + folder.path() + " is still starting",
                    "try again when './assay status' says that it is ready");
        }
    }

    private static PGSimpleDataSource database(DataFolder folder) throws IOException {
        Running running = folder.running()
                .filter(run -> run.state() != State.STOPPING && run.postgresPort() > 0)
                .orElseThrow(() -> new Refusal(
                        Reason.NOT_RUNNING, "nothing runs in " + folder.path(), "start it with './assay up'"));
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"127.0.0.1"});
        database.setPortNumbers(new int[] {running.postgresPort()});
        database.setDatabaseName("assay");
        database.setUser("assay");
        database.setPassword(
                Files.readString(folder.resolve("postgres").resolve("password")).strip());
        return database;
    }
}
