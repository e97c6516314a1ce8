package org.assay.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.assay.standalone.folder.Running;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code status}: exit code 0 when ready, 1 when running and not ready, 3 when nothing runs. */
@Command(
        name = "status",
        description = "Says what runs in the data folder and whether it is ready.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private FolderOption data = new FolderOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = data.folder();
        Running running = folder.running()
                .orElseThrow(() -> new Refusal(
                        Reason.NOT_RUNNING, "nothing runs in " + folder.path(), "start it with './assay up'"));
        String health = readiness(running.url());
        PrintWriter out = spec.commandLine().getOut();
        out.println("process      " + running.pid() + ", started " + running.started());
        out.println("market data  " + running.marketData().label());
        out.println("state        " + running.state().name().toLowerCase(java.util.Locale.ROOT));
        out.println("API          " + running.url());
        out.println("API key in   " + folder.resolve("api-key"));
        out.println("log          " + folder.resolve("log").resolve("assay.log"));
        out.println("readiness    " + health);
        return health.startsWith("200 ") && running.state() == Running.State.READY ? 0 : 1;
    }

    private static String readiness(String url) throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.body().strip();
        } catch (IOException e) {
            return "no answer (" + e + ")";
        }
    }
}
