package org.assay.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.assay.standalone.folder.Running;
import org.assay.testkit.embedded.EmbeddedServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code down}: stops the installation of a data folder, cleanly. */
@Command(
        name = "down",
        description = "Stops what runs in the data folder; everything acknowledged is kept.",
        mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    private FolderOption data = new FolderOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        DataFolder folder = data.folder();
        Optional<Running> running = folder.running();
        if (running.isEmpty()) {
            EmbeddedServices.stopLeftOvers(folder.path());
            out.println("nothing runs in " + folder.path());
            return 0;
        }
        out.println("stopping process " + running.get().pid() + " ...");
        out.flush();
        stop(ProcessHandle.of(running.get().pid()));
        out.println("stopped");
        return 0;
    }

    private static void stop(Optional<ProcessHandle> process) {
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(
                    Reason.NOT_STOPPED,
                    "process " + process.get().pid() + " has not stopped within " + PATIENCE.toSeconds() + " s",
                    "look into its log, or end it with 'kill -9 "
                            + process.get().pid() + "'; the next start recovers the data");
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot watch process " + process.get().pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
