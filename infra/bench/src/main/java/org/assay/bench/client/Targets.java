package org.assay.bench.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options by which a measurement finds a running installation and its simulator. */
public final class Targets {

    @Option(names = "--api", defaultValue = "http://127.0.0.1:8080", description = "Default: ${DEFAULT-VALUE}.")
    private URI api = URI.create("http://127.0.0.1:8080");

    @Option(names = "--key-file", required = true, description = "File that holds an API key of the unlimited plan.")
    private Path keyFile = Path.of("");

    @Option(names = "--simulator", required = true, description = "Address of the simulator.")
    private URI simulator = URI.create("http://127.0.0.1");

    public AssayApi api() throws IOException {
        return new AssayApi(api, Files.readString(keyFile).strip());
    }

    public SimulatorControl simulator() {
        return new SimulatorControl(simulator);
    }
}
