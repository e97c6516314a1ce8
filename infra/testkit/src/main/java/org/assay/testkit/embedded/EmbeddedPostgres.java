package org.assay.testkit.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A Postgres server as a process of its own on the loopback interface, with all of its state, its password and its
 * programs in one folder. Commits reach the disk before they are acknowledged.
 *
 * <p>The server runs in its own session, so that a Ctrl-C meant for this process does not stop it first, and it
 * outlives a hard kill of this process; the next {@link #start} finds it by its pid file and stops it cleanly.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "assay";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path programs;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Path folder, Path programs, int port, String password) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
        this.password = password;
    }

    /** As {@link #start(Path, Path)}, with the programs in {@code folder} too. */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, folder.resolve("programs"));
    }

    /**
     * Starts the server on the data in {@code folder}, made when absent, and waits until it answers.
     *
     * @param folder holds the data, the password, the settings and the log
     * @param programs where the server programs are unpacked; may be shared
     * @throws EmbeddedServiceException when it does not start
     */
    public static EmbeddedPostgres start(Path folder, Path programs) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            Path unpacked = new Binaries(programs.toAbsolutePath().normalize()).postgres();
            String password = PrivateFile.secret(home.resolve("password"));
            EmbeddedPostgres server = new EmbeddedPostgres(home, unpacked, LoopbackPort.free(), password);
            server.stopLeftOver();
            server.initialise();
            server.launch();
            server.createDatabase(USER);
            return server;
        } catch (IOException e) {
            throw new EmbeddedServiceException("Postgres in " + home + " did not start: " + e.getMessage(), e);
        }
    }

    /** Stops the server that a killed process left running on {@code folder}; nothing happens when there is none. */
    public static void stopLeftOver(Path folder) throws IOException {
        Path data = folder.toAbsolutePath().normalize().resolve("data");
        Path pidFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> running = OwnProcess.find(pidFile, data);
        if (running.isEmpty()) {
            // A stranger may run under the recorded pid by now; Postgres would take it for another server and refuse.
            Files.deleteIfExists(pidFile);
            return;
        }
        // SIGINT is Postgres' fast shutdown; Java can only send SIGTERM, which waits for clients that are gone.
        new Command(
                        List.of("kill", "-INT", Long.toString(running.get().pid())),
                        folder.resolve("postgres.log"),
                        PATIENCE)
                .run();
        if (!OwnProcess.awaitExit(running.get(), PATIENCE)) {
            OwnProcess.stop(running.get(), Duration.ofSeconds(5));
        }
    }

    private void stopLeftOver() throws IOException {
        stopLeftOver(folder);
    }

    private void initialise() throws IOException {
        Path data = data();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path partial = folder.resolve("data.partial");
        FolderTree.delete(partial);
        FolderTree.delete(data);
        new Command(
                        asServerUser(
                                program("initdb"),
                                "--pgdata=" + partial,
                                "--username=" + USER,
                                "--pwfile=" + folder.resolve("password"),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--no-instructions"),
                        log(),
                        PATIENCE)
                .succeed();
        Files.move(partial, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch() throws IOException {
        writeSettings();
        keepLogShort();
        new Command(
                        asServerUser(
                                program("pg_ctl"),
                                "--pgdata=" + data(),
                                "--log=" + log(),
                                "--timeout=" + PATIENCE.toSeconds(),
                                "--wait",
                                "start"),
                        log(),
                        PATIENCE.plusSeconds(5))
                .succeed();
    }

    private void writeSettings() throws IOException {
        PrivateFile.write(
                data().resolve("postgresql.conf"), """
                # Written at every start. Put settings of your own into postgres.conf one folder up.
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                max_connections = 50
                shared_buffers = '128MB'
                max_wal_size = '1GB'
                checkpoint_timeout = '10min'
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_messages = 'warning'
                log_checkpoints = off
                include_if_exists = '%s'
                """.formatted(LOOPBACK, port, folder.resolve("postgres.conf")));
    }

    private void keepLogShort() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > 10_000_000) {
            Files.move(log(), folder.resolve("postgres.log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Postgres refuses to run as root; inside a user namespace of its own it is nobody, on the same files. */
    private static List<String> asServerUser(String... words) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            if (!LinuxUtils.isUnshareAvailable()) {
                throw new EmbeddedServiceException("Postgres does not run as root, and this system allows no user"
                        + " namespaces (unshare -U); remedy: start as an ordinary user");
            }
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(words));
        return command;
    }

    /**
     * Creates a database of this name unless it exists.
     *
     * @param name lower-case letters, digits and underscores
     */
    public void createDatabase(String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = connect("postgres");
                PreparedStatement exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                Statement create = connection.createStatement()) {
            exists.setString(1, name);
            try (ResultSet row = exists.executeQuery()) {
                if (!row.next()) {
                    create.execute("create database " + name);
                }
            }
        } catch (SQLException e) {
            throw new EmbeddedServiceException("cannot create database " + name + ": " + e.getMessage(), e);
        }
    }

    /** A new connection to a database of this server; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl(database), login);
    }

    /** The URL of a database of this server, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    /** The loopback address that the server listens on. */
    public String host() {
        return LOOPBACK;
    }

    /** The port of this start; the next start may have another. */
    public int port() {
        return port;
    }

    /** The owner of all databases. */
    public String username() {
        return USER;
    }

    /** The password of {@link #username()}, made once for the folder. */
    public String password() {
        return password;
    }

    /** The database that exists from the start. */
    public String database() {
        return USER;
    }

    /** Stops the server after a checkpoint; open connections are ended. */
    @Override
    public void close() {
        try {
            stopLeftOver();
        } catch (IOException e) {
            throw new EmbeddedServiceException("Postgres in " + folder + " did not stop: " + e.getMessage(), e);
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }
}
