package org.assay.ingest.recording;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what venues say, as it comes in, in our own form. Safe to call from many threads; a full queue makes the caller
 * wait, which in turn slows the socket. When the disk fails the capture ends, says so once, and ingestion goes on.
 */
public final class CaptureWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureWriter.class);

    private final BlockingQueue<Item> queue;
    private final CaptureFiles files;
    private final CaptureLimits limits;
    private final Thread thread;
    private volatile @Nullable IOException failure;
    private volatile boolean closing;

    /**
     * @param folder created when absent
     * @throws IOException when the folder cannot be used
     */
    public CaptureWriter(Path folder, CaptureLimits limits) throws IOException {
        this.limits = limits;
        this.queue = new ArrayBlockingQueue<>(limits.queuedEntries());
        this.files = new CaptureFiles(folder, limits);
        this.thread = Thread.ofPlatform().name("capture").daemon().unstarted(this::run);
        thread.start();
    }

    public void connected(URI address, Instant at) {
        put("connected", address, at, null);
    }

    public void closed(URI address, Instant at) {
        put("closed", address, at, null);
    }

    /** A frame that we sent. */
    public void sent(URI address, Instant at, String text) {
        put("sent", address, at, text);
    }

    /** A frame that the venue sent. */
    public void received(URI address, Instant at, String text) {
        put("received", address, at, text);
    }

    /** The body of the answer to a REST request. */
    public void answer(URI request, Instant at, String body) {
        put("answer", request, at, body);
    }

    /** Why the capture ended early; empty while it works. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    private void put(String kind, URI address, Instant at, @Nullable String text) {
        Item item = new Item(kind, address, at, text);
        try {
            boolean taken = false;
            while (!taken && failure == null && !closing) {
                taken = queue.offer(item, 100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long flushAt = System.nanoTime() + limits.flushEvery().toNanos();
        try {
            while (!closing || !queue.isEmpty()) {
                Item item = queue.poll(50, TimeUnit.MILLISECONDS);
                if (item != null) {
                    files.write(OwnForm.write(item.kind, item.address, item.at, item.text), item.at);
                }
                if (System.nanoTime() - flushAt >= 0) {
                    files.flush();
                    flushAt = System.nanoTime() + limits.flushEvery().toNanos();
                }
            }
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(IOException cause) {
        failure = cause;
        queue.clear();
        LOG.error("The capture ended, ingestion goes on: {}", cause.toString());
    }

    /** Writes what is queued and closes the file. */
    @Override
    public void close() throws IOException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        files.close();
    }

    private record Item(
            String kind, URI address, Instant at, @Nullable String text) {}
}
