package org.assay.standalone.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** A data folder held by this process alone. The operating system ends the claim when the process dies. */
public final class Claim implements AutoCloseable {

    private final DataFolder folder;
    private final FileChannel lock;

    Claim(DataFolder folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** The folder that is held. */
    public DataFolder folder() {
        return folder;
    }

    /** Says in the folder what runs in it. */
    public void announce(Running running) throws IOException {
        folder.write(running);
    }

    /** Sets the folder free. */
    @Override
    public void close() throws IOException {
        folder.forgetRunning();
        lock.close();
    }
}
