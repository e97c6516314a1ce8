package org.assay.testkit.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds {@link EmbeddedServices#shared()}. */
final class SharedServices {

    static final EmbeddedServices INSTANCE = start();

    private SharedServices() {}

    private static EmbeddedServices start() {
        Path target = Path.of("target").toAbsolutePath();
        try {
            Path folder = claim(target.resolve("embedded"));
            // A test JVM that was killed before may have left its servers there.
            EmbeddedServices.stopLeftOvers(folder);
            for (String service : new String[] {"postgres", "kafka", "redis"}) {
                FolderTree.delete(folder.resolve(service));
            }
            EmbeddedServices services =
                    EmbeddedServices.start(folder, target.resolve("embedded-programs"), StartListener.silent());
            Runtime.getRuntime().addShutdownHook(new Thread(services::close, "stop-shared-services"));
            return services;
        } catch (IOException e) {
            throw new EmbeddedServiceException("no folder for the shared services below " + target, e);
        }
    }

    /** The first folder that no other test JVM holds; held until this JVM ends. */
    private static Path claim(Path parent) throws IOException {
        for (int slot = 0; ; slot++) {
            Path folder = parent.resolve(Integer.toString(slot));
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return folder;
            }
            channel.close();
        }
    }
}
