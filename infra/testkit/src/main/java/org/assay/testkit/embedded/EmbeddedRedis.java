package org.assay.testkit.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Redis server as a process of its own on the loopback interface, with its settings, password and program in one
 * folder.
 *
 * <p>It keeps nothing on disk: what lives in it are the latest values, which the services write again from Kafka when
 * they start, and the rate limits' counters, which may start full again. A log of every write would cost throughput
 * and protect nothing. It runs as a daemon, so that a Ctrl-C meant for this process does not stop it first; the next
 * {@link #start} on the folder stops a server that a hard kill left running.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final int port;
    private final String password;

    private EmbeddedRedis(Path folder, int port, String password) {
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    /** As {@link #start(Path, Path)}, with the program in {@code folder} too. */
    public static EmbeddedRedis start(Path folder) {
        return start(folder, folder.resolve("programs"));
    }

    /**
     * Starts an empty server and waits until it answers.
     *
     * @param folder holds the settings, the password and the log; made when absent
     * @param programs where the server program is unpacked; may be shared
     * @throws EmbeddedServiceException when it does not start
     */
    public static EmbeddedRedis start(Path folder, Path programs) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            stopLeftOver(home);
            Path program = new Binaries(programs.toAbsolutePath().normalize()).redis();
            String password = PrivateFile.secret(home.resolve("password"));
            EmbeddedRedis server = new EmbeddedRedis(home, LoopbackPort.free(), password);
            server.launch(program);
            return server;
        } catch (IOException e) {
            throw new EmbeddedServiceException("Redis in " + home + " did not start: " + e.getMessage(), e);
        }
    }

    /** Stops the server that a killed process left running on {@code folder}; nothing happens when there is none. */
    public static void stopLeftOver(Path folder) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        Optional<ProcessHandle> running = OwnProcess.find(home.resolve("redis.pid"), home);
        if (running.isPresent()) {
            OwnProcess.stop(running.get(), PATIENCE);
        }
        Files.deleteIfExists(home.resolve("redis.pid"));
    }

    private void launch(Path program) throws IOException {
        Path settings = folder.resolve("redis.conf");
        Path log = folder.resolve("redis.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        // The command line must go on naming the folder (set-proc-title no): that is how a left-over is known as ours.
        PrivateFile.write(settings, """
                bind %s
                port %d
                protected-mode yes
                requirepass %s
                dir "%s"
                daemonize yes
                pidfile "%s"
                logfile "%s"
                loglevel warning
                save ""
                appendonly no
                maxmemory 512mb
                maxmemory-policy volatile-lru
                set-proc-title no
                """.formatted(LOOPBACK, port, password, folder, folder.resolve("redis.pid"), log));
        new Command(List.of(program.toString(), settings.toString()), folder.resolve("redis.out"), PATIENCE).succeed();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new EmbeddedServiceException(
                        "Redis did not answer within " + PATIENCE + ": " + Command.tail(log, before));
            }
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port), 500);
            socket.setSoTimeout(500);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nPING\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return "+OK".equals(reader.readLine()) && "+PONG".equals(reader.readLine());
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where clients connect, password included. */
    public String uri() {
        return "redis://:" + password + "@" + LOOPBACK + ":" + port;
    }

    /** The port of this start; the next start may have another. */
    public int port() {
        return port;
    }

    /** The password that clients give, made once for the folder. */
    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            stopLeftOver(folder);
        } catch (IOException e) {
            throw new EmbeddedServiceException("Redis in " + folder + " did not stop: " + e.getMessage(), e);
        }
    }
}
