package org.assay.testkit.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
record Command(List<String> words, Path output, Duration patience) {

    /**
     * Runs the program with its output in {@link #output}.
     *
     * @return the exit status
     * @throws EmbeddedServiceException when it has not ended in time; it is then killed
     */
    int run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        // The inherited variables must not steer the embedded server (PGDATA, PGPORT, LC_ALL of a missing locale).
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LANG", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedServiceException(words.getFirst() + " did not end within " + patience);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedServiceException(words.getFirst() + " was interrupted", e);
        }
    }

    /** Runs the program and demands that it succeeds; the error quotes the end of its output. */
    void succeed() throws IOException {
        long before = Files.exists(output) ? Files.size(output) : 0;
        int status = run();
        if (status != 0) {
            throw new EmbeddedServiceException(
                    String.join(" ", words) + " ended with status " + status + ": " + tail(output, before));
        }
    }

    /** The text of {@code file} after {@code offset} bytes, at most its last 2,000 characters. */
    static String tail(Path file, long offset) throws IOException {
        if (!Files.exists(file)) {
            return "(no output)";
        }
        byte[] bytes = Files.readAllBytes(file);
        int from = Math.clamp(offset, 0, bytes.length);
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).strip();
        return text.length() <= 2_000 ? text : text.substring(text.length() - 2_000);
    }
}
