package org.assay.standalone.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.standalone.folder.Claim;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.assay.standalone.run.Background;
import org.assay.standalone.run.Installation;
import org.assay.standalone.run.Lifetime;
import org.assay.standalone.run.Progress;
import org.assay.standalone.run.Source;
import org.assay.standalone.run.UpPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code up}: starts everything and stays until it is told to stop. */
@Command(
        name = "up",
        description = "Starts Postgres, Kafka, Redis and the three services in one process.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class UpCommand implements Callable<Integer> {

    private static final String MAIN_CLASS = "org.assay.standalone.Assay";

    @ArgGroup(exclusive = true)
    private @Nullable Feed feed;

    @Option(names = "--speed", paramLabel = "recorded|max", description = "Pace of --replay. Default: max")
    private @Nullable String speed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Trades per second of --simulate, 10 to 50000. Default: 200")
    private @Nullable Integer rate;

    @Option(names = "--capture", paramLabel = "DIR", description = "Also write the received frames to this folder.")
    private @Nullable Path capture;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the API. Default: ${DEFAULT-VALUE}",
            defaultValue = "8080")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address that the API listens on; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Mixin
    private FolderOption data = new FolderOption();

    @Option(names = "--fresh", description = "Delete what an earlier installation left in the data folder first.")
    private boolean fresh;

    @Option(names = "--detach", description = "Return when ready and go on in the background.")
    private boolean detach;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Instead of the live venues. */
    private static final class Feed {

        @Option(names = "--simulate", description = "Trade on a simulated market; needs no network.")
        private boolean simulate;

        @Option(names = "--replay", paramLabel = "DIR", description = "Feed recorded frames of the venues.")
        private @Nullable Path replay;
    }

    @Override
    public Integer call() throws Exception {
        UpPlan plan = plan();
        DataFolder folder = data.folder();
        Claim claim = folder.claim(plan.source().marketData(), fresh);
        if (detach) {
            try (claim) {
                refuseTakenPort(plan);
            }
            return new Background(folder)
                    .start(MAIN_CLASS, backgroundArguments(), spec.commandLine().getOut());
        }
        keepOutOfSystemFolders(folder);
        return run(plan, claim);
    }

    private int run(UpPlan plan, Claim claim) throws Exception {
        Progress progress = new Progress(spec.commandLine().getOut());
        Installation installation = new Installation(plan, claim, progress);
        Lifetime lifetime = Lifetime.of(installation, progress);
        try {
            refuseTakenPort(plan);
            installation.start();
        } catch (Exception | LinkageError e) {
            if (lifetime.release()) {
                installation.close();
                throw e;
            }
        }
        lifetime.await();
        return 0;
    }

    private UpPlan plan() {
        if (port < 1 || port > 65_535) {
            throw misuse("--port is 1 to 65535");
        }
        return new UpPlan(source(), host, port, capture == null ? null : capture.toAbsolutePath());
    }

    private Source source() {
        @Nullable Path replay = feed == null ? null : feed.replay;
        boolean simulate = feed != null && feed.simulate;
        if (speed != null && replay == null) {
            throw misuse("--speed goes with --replay");
        }
        if (rate != null && !simulate) {
            throw misuse("--rate goes with --simulate");
        }
        if (replay != null) {
            return recorded(replay);
        }
        if (!simulate) {
            return new Source.Live();
        }
        int trades = rate == null ? 200 : rate;
        if (trades < 10 || trades > 50_000) {
            throw misuse("--rate is 10 to 50000 trades per second");
        }
        return new Source.Simulated(trades);
    }

    private Source recorded(Path frames) {
        if (!Files.isDirectory(frames)) {
            throw misuse("--replay: there is no folder " + frames.toAbsolutePath());
        }
        if (capture != null) {
            throw misuse("--capture records the venues and does not go with --replay");
        }
        String pace = speed == null ? "max" : speed;
        return switch (pace) {
            case "recorded" -> new Source.Recorded(frames.toAbsolutePath(), Source.Speed.RECORDED);
            case "max" -> new Source.Recorded(frames.toAbsolutePath(), Source.Speed.MAX);
            default -> throw misuse("--speed is recorded or max");
        };
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static void refuseTakenPort(UpPlan plan) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.ofLiteral(plan.host()), plan.port()));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.PORT_TAKEN, "not an IP address: " + plan.host(), "name one with --host ADDRESS");
        } catch (IOException e) {
            throw new Refusal(
                    Reason.PORT_TAKEN,
                    "cannot listen on " + plan.host() + " port " + plan.port() + " (" + e.getMessage() + ")",
                    "stop what uses that port, or choose another one with --port N");
        }
    }

    /** The background process finds the folder emptied already, and is the one that stays. */
    private List<String> backgroundArguments() {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .filter(argument -> !argument.startsWith("--detach") && !argument.startsWith("--fresh"))
                .toList();
    }

    /** State lives in the data folder alone; the temporary folder is named here for libraries that ask for it each time. */
    private static void keepOutOfSystemFolders(DataFolder folder) throws IOException {
        Files.createDirectories(folder.temporary());
        System.setProperty("java.io.tmpdir", folder.temporary().toString());
        System.setProperty("assay.log.folder", folder.resolve("log").toString());
        System.setProperty("logback.configurationFile", "org/assay/standalone/logback.xml");
    }
}
