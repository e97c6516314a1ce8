package org.assay.bench.crash;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.bench.client.AssayApi;
import org.assay.bench.client.SimulatorControl;

/** An installation on the simulated market, driven through the launcher as a user would. */
final class SimulatedInstallation {

    private static final Pattern SIMULATOR = Pattern.compile("simulator control API at (\\S+)");

    private final Path launcher;
    private final Path data;
    private final int port;
    private String said = "";

    SimulatedInstallation(Path launcher, Path data, int port) {
        this.launcher = launcher.toAbsolutePath();
        this.data = data;
        this.port = port;
    }

    /** Starts it and returns when it is ready, with the time that took. */
    Duration up(boolean fresh) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("up", "--simulate", "--detach", "--port", Integer.toString(port)));
        if (fresh) {
            arguments.add("--fresh");
        }
        long start = System.nanoTime();
        said = run(arguments);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Kills the process so that it can do nothing about it, and returns when it is gone. */
    void kill() throws IOException {
        ProcessHandle process = ProcessHandle.of(Long.parseLong(running("pid"))).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    void down() throws IOException, InterruptedException {
        run(List.of("down"));
    }

    AssayApi api() throws IOException {
        return new AssayApi(
                URI.create(running("url")),
                Files.readString(data.resolve("api-key")).strip());
    }

    SimulatorControl simulator() throws IOException {
        Matcher address = SIMULATOR.matcher(said);
        if (!address.find()) {
            throw new IOException("the launcher named no simulator: " + said);
        }
        URI control = URI.create(address.group(1));
        return new SimulatorControl(control.resolve("/"));
    }

    private String running(String key) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("running.properties"))) {
            properties.load(reader);
        }
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException("running.properties has no " + key);
        }
        return value;
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code + ": " + output);
        }
        return output;
    }
}
