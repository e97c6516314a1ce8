package org.assay.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives one URL with wrk and reads its report. */
final class Wrk {

    private static final Pattern LOOPBACK = Pattern.compile("http://(127\\.0\\.0\\.1|localhost)[:/].*");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern NOT_2XX = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKET_ERRORS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final int connections;

    Wrk(int connections) {
        this.connections = connections;
    }

    /**
     * @throws IllegalArgumentException when the URL is not on loopback: this never loads anybody else's machine
     * @throws IllegalStateException when wrk fails, with its output
     */
    WrkRun run(Target target, Duration duration) throws IOException, InterruptedException {
        if (!LOOPBACK.matcher(target.url()).matches()) {
            throw new IllegalArgumentException("Only loopback may be loaded, not " + target.url());
        }
        List<String> command = new ArrayList<>(List.of(
                "wrk", "-t2", "-c" + connections, "-d" + duration.toSeconds() + "s", "--latency", "--timeout", "10s"));
        for (String header : target.headers()) {
            command.add("-H");
            command.add(header);
        }
        command.add(target.url());
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String report = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IllegalStateException("wrk failed: " + report);
        }
        return parse(report);
    }

    static WrkRun parse(String report) {
        Matcher socketErrors = SOCKET_ERRORS.matcher(report);
        long errors = 0;
        if (socketErrors.find()) {
            for (int group = 1; group <= 4; group++) {
                errors += Long.parseLong(socketErrors.group(group));
            }
        }
        Matcher refused = NOT_2XX.matcher(report);
        return new WrkRun(
                Long.parseLong(first(REQUESTS, report)),
                Double.parseDouble(first(RATE, report)),
                percentileMillis(report, 50),
                percentileMillis(report, 99),
                refused.find() ? Long.parseLong(refused.group(1)) : 0,
                errors);
    }

    private static double percentileMillis(String report, int percentile) {
        Matcher matcher = Pattern.compile("(?m)^\\s+" + percentile + "%\\s+([\\d.]+)(us|ms|s|m)")
                .matcher(report);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk reported no " + percentile + "th percentile: " + report);
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value / 1_000;
            case "ms" -> value;
            case "s" -> value * 1_000;
            default -> value * 60_000;
        };
    }

    private static String first(Pattern pattern, String report) {
        Matcher matcher = pattern.matcher(report);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk's report lacks " + pattern + ": " + report);
        }
        return matcher.group(1);
    }
}
