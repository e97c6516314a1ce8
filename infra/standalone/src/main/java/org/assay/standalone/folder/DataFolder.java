package org.assay.standalone.folder;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.assay.standalone.folder.Refusal.Reason;
import org.assay.standalone.folder.Running.State;

/** The folder in which an installation keeps all of its state. */
public final class DataFolder {

    private static final String MARKER = "assay.properties";
    private static final String FORMAT = "1";
    private static final String RUNNING = "running.properties";
    private static final String LOCK = "lock";
    private static final long LEAST_FREE_BYTES = 1L << 30;

    private final Path path;

    /** Names the folder; nothing is read or made yet. */
    public DataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The folder itself, absolute. */
    public Path path() {
        return path;
    }

    /** Where libraries put what they unpack; emptied at every start. */
    public Path temporary() {
        return path.resolve(Contents.TEMPORARY);
    }

    /** A file or folder in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * Takes the folder for this process, and makes or empties it first.
     *
     * @param fresh delete what an earlier installation left in it
     * @return to be closed when the folder is free again
     * @throws Refusal when it is in use, not ours, of other market data, not writable, or the disk is nearly full
     */
    public Claim claim(MarketData marketData, boolean fresh) {
        try {
            refuseForeign();
            Files.createDirectories(path);
            refuseFullDisk();
            FileChannel channel = lock();
            try {
                return claim(channel, marketData, fresh);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Refusal(
                    Reason.NOT_WRITABLE,
                    "cannot write to the data folder " + path + " (" + e + ")",
                    "make it writable, or choose another one with --data DIR");
        }
    }

    private Claim claim(FileChannel channel, MarketData marketData, boolean fresh) throws IOException {
        Contents contents = new Contents(path);
        contents.stopLeftOvers();
        Path marker = path.resolve(MARKER);
        if (fresh) {
            // The marker goes last: a folder without one is not ours to delete from.
            contents.deleteAllBut(LOCK, MARKER);
            Files.deleteIfExists(marker);
        }
        if (!Files.exists(marker)) {
            restrict();
            Properties properties = new Properties();
            properties.setProperty("format", FORMAT);
            properties.setProperty("market-data", marketData.label());
            write(marker, properties);
        }
        refuseOther(read(marker), marketData);
        contents.clearTemporary();
        return new Claim(this, channel);
    }

    private void refuseForeign() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new Refusal(Reason.FOREIGN_FOLDER, path + " is not a folder", "choose another one with --data DIR");
        }
        if (Files.exists(path.resolve(MARKER))) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (!entry.endsWith(LOCK) && !isMarker(entry) && !isEmptyTemporary(entry)) {
                    throw new Refusal(
                            Reason.FOREIGN_FOLDER,
                            path + " holds other things than an Assay installation (for instance " + entry.getFileName()
                                    + ")",
                            "choose an empty or new folder with --data DIR");
                }
            }
        }
    }

    private static boolean isMarker(Path entry) {
        return entry.getFileName().toString().startsWith(MARKER);
    }

    /** The launcher makes it before there is a process that could mark the folder as ours. */
    private static boolean isEmptyTemporary(Path entry) throws IOException {
        if (!entry.endsWith(Contents.TEMPORARY) || !Files.isDirectory(entry)) {
            return false;
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(entry)) {
            return !content.iterator().hasNext();
        }
    }

    private void refuseFullDisk() throws IOException {
        FileStore store = Files.getFileStore(path);
        if (store.getUsableSpace() < LEAST_FREE_BYTES) {
            throw new Refusal(
                    Reason.DISK_FULL,
                    "only %,d MB are free on the disk of %s, and Assay needs at least %,d MB"
                            .formatted(store.getUsableSpace() >> 20, path, LEAST_FREE_BYTES >> 20),
                    "free some space, or choose a folder on another disk with --data DIR");
        }
    }

    private void refuseOther(Properties marker, MarketData wanted) {
        String format = marker.getProperty("format", "");
        if (!format.equals(FORMAT)) {
            throw new Refusal(
                    Reason.FOREIGN_FOLDER,
                    path + " was written in format " + format + ", this version reads format " + FORMAT,
                    "use the version that wrote it, choose another folder with --data DIR, or start over with --fresh");
        }
        String kept = marker.getProperty("market-data", "");
        if (MarketData.of(kept).filter(wanted::equals).isEmpty()) {
            throw new Refusal(
                    Reason.OTHER_MARKET_DATA,
                    path + " holds " + kept + " market data, which must not mix with " + wanted.label(),
                    "choose another folder with --data DIR, or delete what is in this one with --fresh");
        }
    }

    private FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), CREATE, WRITE);
        if (!locked(channel)) {
            channel.close();
            String who = running().map(run -> " by process " + run.pid()).orElse("");
            throw new Refusal(
                    Reason.FOLDER_IN_USE,
                    "the data folder " + path + " is in use" + who,
                    "stop that one with './assay down', or choose another folder with --data DIR");
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private void restrict() throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** What runs in this folder now. */
    public Optional<Running> running() {
        Path file = path.resolve(RUNNING);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Properties properties = read(file);
            Running running = new Running(
                    Long.parseLong(properties.getProperty("pid")),
                    Instant.parse(properties.getProperty("started")),
                    MarketData.of(properties.getProperty("market-data", "")).orElseThrow(),
                    State.valueOf(properties.getProperty("state")),
                    properties.getProperty("url", ""),
                    Integer.parseInt(properties.getProperty("postgres-port")));
            return Optional.of(running).filter(Running::alive);
        } catch (IOException | RuntimeException e) {
            throw new Refusal(
                    Reason.NOT_RUNNING,
                    "cannot read " + file + " (" + e + ")",
                    "delete that file if no Assay process is running");
        }
    }

    void write(Running running) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(running.pid()));
        properties.setProperty("started", running.started().toString());
        properties.setProperty("market-data", running.marketData().label());
        properties.setProperty("state", running.state().name());
        properties.setProperty("url", running.url());
        properties.setProperty("postgres-port", Integer.toString(running.postgresPort()));
        write(path.resolve(RUNNING), properties);
    }

    void forgetRunning() throws IOException {
        Files.deleteIfExists(path.resolve(RUNNING));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return properties;
    }

    private static void write(Path file, Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, text.toString());
        Files.move(partial, file, REPLACE_EXISTING, ATOMIC_MOVE);
    }
}
