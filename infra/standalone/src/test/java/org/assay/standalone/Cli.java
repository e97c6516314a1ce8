package org.assay.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the command line as a user does: in a process of its own. */
final class Cli {

    private static final int PATIENCE_MINUTES = 10;

    private final Path folder;

    /** @param folder the data folder that all commands are given */
    Cli(Path folder) {
        this.folder = folder;
    }

    /** Stands in for the system's temporary folder. */
    Path systemTemporary() {
        return folder.resolveSibling(folder.getFileName() + "-system-tmp");
    }

    /** What a command ended with and printed. */
    record Outcome(int exitCode, String out, String err) {}

    Outcome run(String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectories(systemTemporary());
        Path out = Files.createTempFile(folder.toAbsolutePath().getParent(), "out", ".txt");
        Path err = Files.createTempFile(folder.toAbsolutePath().getParent(), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Less of the past than a user gets: enough for candles of every interval, and for grades.
        builder.environment()
                .putAll(Map.of(
                        "ASSAY_INGEST_HISTORY_DAILY", "65d",
                        "ASSAY_INGEST_HISTORY_HOURLY", "3h",
                        "ASSAY_INGEST_HISTORY_MINUTELY", "15m"));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new AssertionError(String.join(" ", arguments) + " did not end; it said " + Files.readString(out));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + systemTemporary(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.assay.standalone.Assay"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.toString()));
        return command;
    }
}
