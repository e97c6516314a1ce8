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
            Slot slot = Slot.claim(target.resolve("embedded"));
            // A test JVM that was killed before may have left its servers there.
            EmbeddedServices.stopLeftOvers(slot.folder);
            for (String service : new String[] {"postgres", "kafka", "redis"}) {
                FolderTree.delete(slot.folder.resolve(service));
            }
            EmbeddedServices services =
                    EmbeddedServices.start(slot.folder, target.resolve("embedded-programs"), StartListener.silent());
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                services.close();
                                slot.release();
                            },
                            "stop-shared-services"));
            return services;
        } catch (IOException e) {
            throw new EmbeddedServiceException("no folder for the shared services below " + target, e);
        }
    }

    /**
     * A folder that no other test JVM holds.
     *
     * @param lock holds it as long as something refers to the channel: one that is garbage is closed
     */
    private record Slot(Path folder, FileChannel lock) {

        static Slot claim(Path parent) throws IOException {
            for (int number = 0; ; number++) {
                Path folder = parent.resolve(Integer.toString(number));
                Files.createDirectories(folder);
                FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() != null) {
                    return new Slot(folder, channel);
                }
                channel.close();
            }
        }

        void release() {
            try {
                lock.close();
            } catch (IOException e) {
                throw new EmbeddedServiceException("cannot give up " + folder, e);
            }
        }
    }
}
