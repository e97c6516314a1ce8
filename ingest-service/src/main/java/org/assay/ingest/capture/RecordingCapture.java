package org.assay.ingest.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assay.ingest.recording.CaptureLimits;
import org.assay.ingest.recording.CaptureWriter;

/**
 * Records what venues send. Each connection's address gets a fragment of its own ({@code #<session>-<number>}), so that a
 * replay can tell connections to one address apart.
 */
public final class RecordingCapture implements Capture, AutoCloseable {

    private final CaptureWriter writer;
    private final Clock clock;
    private final long session;
    private final Map<Long, URI> addresses = new ConcurrentHashMap<>();

    /**
     * @param folder made if it does not exist
     * @param megabytes most disk that recordings may take
     * @throws UncheckedIOException when the folder cannot be used
     */
    public RecordingCapture(Path folder, long megabytes, Clock clock) {
        CaptureLimits usual = CaptureLimits.defaults();
        try {
            this.writer = new CaptureWriter(
                    folder,
                    new CaptureLimits(
                            megabytes * 1_000_000, usual.rotation(), usual.queuedEntries(), usual.flushEvery()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot record into " + folder, e);
        }
        this.clock = clock;
        this.session = clock.millis();
    }

    @Override
    public void connected(long connection, String url) {
        URI address = URI.create(url + "#" + session + "-" + connection);
        addresses.put(connection, address);
        writer.connected(address, clock.instant());
    }

    @Override
    public void frame(long connection, String text) {
        URI address = addresses.get(connection);
        if (address != null) {
            writer.received(address, clock.instant(), text);
        }
    }

    @Override
    public void sent(long connection, String text) {
        URI address = addresses.get(connection);
        if (address != null) {
            writer.sent(address, clock.instant(), text);
        }
    }

    @Override
    public void closed(long connection) {
        URI address = addresses.remove(connection);
        if (address != null) {
            writer.closed(address, clock.instant());
        }
    }

    @Override
    public void answer(String url, String body) {
        writer.answer(URI.create(url), clock.instant(), body);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot finish the recording", e);
        }
    }
}
