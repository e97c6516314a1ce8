package org.assay.ingest.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.worker.StreamEvents;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket and its streams. The socket's reader thread goes through the worker's lock with each frame; all other
 * state is guarded by that lock too.
 */
final class Connection extends WebSocketListener implements StreamEvents {

    private static final int NORMAL_CLOSURE = 1000;

    private final long id;
    private final String address;
    private final VenueStreams owner;
    private final Map<StreamKey, StreamState> streams = new LinkedHashMap<>();
    private final ArrayDeque<String> outbox = new ArrayDeque<>();
    private final AtomicInteger reading = new AtomicInteger();
    private volatile long lastHeardUs;
    private State state = State.CONNECTING;
    private long openedUs;
    private long nextSendUs;
    private long nextKeepAliveUs;
    private @Nullable WebSocket socket;

    /** Where a connection stands. */
    enum State {
        CONNECTING,
        OPEN,
        /** Replaced by another one and closing in peace. */
        RETIRED,
        CLOSED
    }

    Connection(long id, String address, VenueStreams owner, long nowUs) {
        this.id = id;
        this.address = address;
        this.owner = owner;
        this.lastHeardUs = nowUs;
        this.openedUs = nowUs;
    }

    void attach(WebSocket opened) {
        socket = opened;
    }

    long id() {
        return id;
    }

    String address() {
        return address;
    }

    State state() {
        return state;
    }

    Map<StreamKey, StreamState> streams() {
        return streams;
    }

    long lastHeardUs() {
        return lastHeardUs;
    }

    /** Time since it was opened, or since the attempt began. */
    long ageUs(long nowUs) {
        return nowUs - openedUs;
    }

    /** Whether frames have arrived that wait to be read. */
    boolean isReading() {
        return reading.get() > 0;
    }

    /** Subscribes further streams. */
    void add(Collection<StreamKey> keys, Collection<String> frames, long nowUs) {
        for (StreamKey key : keys) {
            streams.put(key, new StreamState(key, nowUs));
        }
        outbox.addAll(frames);
    }

    /** Sends frames when their turn comes. */
    void queue(Collection<String> frames) {
        outbox.addAll(frames);
    }

    void opened(long nowUs) {
        state = State.OPEN;
        openedUs = nowUs;
        lastHeardUs = nowUs;
    }

    void retire() {
        state = State.RETIRED;
        if (socket != null) {
            socket.close(NORMAL_CLOSURE, null);
        }
    }

    void abort() {
        state = State.CLOSED;
        if (socket != null) {
            socket.cancel();
        }
    }

    /** Sends as many waiting frames as the venue's pace allows. */
    void pump(long nowUs, int messagesPerSecond) {
        while (!outbox.isEmpty() && nextSendUs <= nowUs) {
            send(outbox.removeFirst());
            nextSendUs = Math.max(nextSendUs, nowUs - 1_000_000L / messagesPerSecond) + 1_000_000L / messagesPerSecond;
        }
    }

    void keepAlive(String frame, long everyUs, long nowUs) {
        if (nextKeepAliveUs == 0) {
            nextKeepAliveUs = nowUs + everyUs;
        } else if (nextKeepAliveUs <= nowUs) {
            send(frame);
            nextKeepAliveUs = nowUs + everyUs;
        }
    }

    boolean hasUnsent() {
        return !outbox.isEmpty();
    }

    private void send(String frame) {
        if (socket != null) {
            // A false return means the socket is going down, which its listener is told separately.
            boolean accepted = socket.send(frame);
            if (accepted) {
                owner.sent(this, frame);
            } else {
                owner.lost(this, "The connection takes no more frames");
            }
        }
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        owner.opened(this);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        lastHeardUs = owner.nowUs();
        reading.incrementAndGet();
        try {
            owner.frame(this, text);
        } finally {
            reading.decrementAndGet();
        }
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
        onMessage(webSocket, bytes.utf8());
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(NORMAL_CLOSURE, null);
        owner.lost(this, "Closed by the venue: " + code + " " + reason);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        owner.lost(this, response == null ? String.valueOf(failure) : "HTTP " + response.code());
    }

    @Override
    public void subscribed(StreamKey stream) {
        owner.confirmed(this, stream);
    }

    @Override
    public void refused(StreamKey stream, String message) {
        owner.refused(this, stream);
    }

    @Override
    public void heard(StreamKey stream) {
        owner.heard(this, stream);
    }

    @Override
    public void replyWanted(String frame) {
        send(frame);
    }

    @Override
    public void closingAnnounced(String reason) {
        owner.rotate(this, reason);
    }
}
