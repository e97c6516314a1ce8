package org.assay.standalone.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.assay.standalone.folder.Running;
import org.assay.standalone.folder.Running.State;

/** Runs the installation in a process of its own that outlives the terminal, and waits until it is ready. */
public final class Background {

    private final DataFolder folder;
    private final Path output;
    private int shown;

    /** For the installation of {@code folder}. */
    public Background(DataFolder folder) {
        this.folder = folder;
        this.output = folder.resolve("log").resolve("up.log");
    }

    /**
     * Starts the process and shows what it says until it is ready.
     *
     * @param mainClass of the command line
     * @param arguments for it
     * @return 0 when ready, else the exit code of the process that gave up
     */
    public int start(String mainClass, List<String> arguments, PrintWriter out)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(mainClass, arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        Thread abandon = new Thread(process::destroy, "abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            boolean ready = ready(process);
            show(out);
            if (ready) {
                Runtime.getRuntime().removeShutdownHook(abandon);
                return 0;
            }
        }
        show(out);
        int exitCode = process.exitValue();
        if (exitCode != 0) {
            return exitCode;
        }
        throw new Refusal(
                Reason.NOT_STARTED,
                "the process was stopped before it was ready",
                "see " + output + " and " + folder.resolve("log").resolve("assay.log"));
    }

    private boolean ready(Process process) {
        return folder.running()
                .filter(running -> running.pid() == process.pid())
                .map(Running::state)
                .filter(State.READY::equals)
                .isPresent();
    }

    private void show(PrintWriter out) throws IOException {
        byte[] written = Files.readAllBytes(output);
        out.print(new String(written, shown, written.length - shown, StandardCharsets.UTF_8));
        out.flush();
        shown = written.length;
    }

    private List<String> command(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        // A session of its own where the system has the program for it, so that closing the terminal does not reach it.
        command.add(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "/usr/bin/setsid" : "nohup");
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // Java takes it from the command line alone; of several the last one counts.
        command.add("-Djava.io.tmpdir=" + folder.temporary());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }
}
