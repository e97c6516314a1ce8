package org.assay.testkit.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes known by a pid file, taken for ours only when their command line names our folder. */
final class OwnProcess {

    private OwnProcess() {}

    /**
     * The process whose id is the first line of {@code pidFile}, when it runs and one of its arguments lies in
     * {@code folder}. A process id may have been given to a stranger since; that one is not ours.
     */
    static Optional<ProcessHandle> find(Path pidFile, Path folder) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        Optional<String> first =
                Files.readAllLines(pidFile).stream().findFirst().map(String::strip);
        if (first.isEmpty() || !first.get().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first.get()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> names(process.info(), folder.toString()));
    }

    private static boolean names(ProcessHandle.Info info, String folder) {
        return info.commandLine().filter(line -> line.contains(folder)).isPresent();
    }

    /** Asks the process to end, and ends it hard when it has not within {@code patience}. */
    static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!awaitExit(process, patience)) {
            process.destroyForcibly();
            awaitExit(process, patience);
        }
    }

    /** Whether the process has ended within {@code patience}. */
    static boolean awaitExit(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new EmbeddedServiceException("cannot watch process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
