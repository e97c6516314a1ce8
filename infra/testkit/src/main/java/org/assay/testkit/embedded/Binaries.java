package org.assay.testkit.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * Unpacks the server programs out of their jars into a folder, once for each version. Several processes may share the
 * folder.
 */
final class Binaries {

    private final Path folder;

    /** @param folder made when absent; stays between starts */
    Binaries(Path folder) {
        this.folder = folder;
    }

    /** The folder whose {@code bin/} holds {@code postgres}, {@code initdb} and {@code pg_ctl}. */
    Path postgres() throws IOException {
        byte[] archive;
        String system = operatingSystem();
        String architecture = "aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
        try (InputStream resource = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
            archive = resource.readAllBytes();
        } catch (IllegalStateException e) {
            throw new EmbeddedServiceException(
                    "no embedded Postgres for " + system + "/" + architecture
                            + "; remedy: run the three services against a Postgres of your own",
                    e);
        }
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        Path target = folder.resolve("postgres-%08x".formatted(checksum.getValue()));
        return once(target, partial -> {
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new java.io.ByteArrayInputStream(archive)))) {
                unpack(tar, partial);
            }
        });
    }

    /** The Redis server program. */
    Path redis() throws IOException {
        String name = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
        if (name == null) {
            throw new EmbeddedServiceException("no embedded Redis for " + System.getProperty("os.name") + "/"
                    + System.getProperty("os.arch") + "; remedy: run the three services against a Redis of your own");
        }
        Path target = once(folder.resolve(name.replaceAll("[^A-Za-z0-9.-]", "_")), partial -> {
            Files.createDirectories(partial);
            try (InputStream resource = Binaries.class.getResourceAsStream(name)) {
                if (resource == null) {
                    throw new EmbeddedServiceException("the Redis program is not on the class path: " + name);
                }
                Path program = partial.resolve("redis-server");
                Files.copy(new BufferedInputStream(resource), program);
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        });
        return target.resolve("redis-server");
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "Darwin" : name.startsWith("linux") ? "Linux" : name;
    }

    /** Unpacks beside the target and renames, so that a target that exists is whole. */
    private Path once(Path target, Unpacking unpacking) throws IOException {
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(folder);
        synchronized (Binaries.class) {
            try (FileChannel channel = FileChannel.open(
                    folder.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Released with the channel.
                channel.lock();
                if (!Files.isDirectory(target)) {
                    Path partial = target.resolveSibling(target.getFileName() + ".partial");
                    FolderTree.delete(partial);
                    unpacking.into(partial);
                    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return target;
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new EmbeddedServiceException("archive entry leaves its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(path, target.resolve(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                boolean executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    @FunctionalInterface
    private interface Unpacking {
        void into(Path partial) throws IOException;
    }
}
