package org.assay.ingest.fake;

import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** The server side of {@link FakeVenue}, on loopback: confirms subscriptions and answers REST with what it was told to. */
public final class FakeExchange implements AutoCloseable {

    private static final int GOING_AWAY = 1001;

    private final MockWebServer server = new MockWebServer();
    private final List<WebSocket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private volatile boolean confirming = true;

    public FakeExchange() throws IOException {
        server.setDispatcher(new Answers());
        server.start();
    }

    public URI websocket() {
        return URI.create("ws://localhost:" + server.getPort() + "/");
    }

    public URI rest() {
        return URI.create("http://localhost:" + server.getPort() + "/");
    }

    /** Answers requests whose path starts like this. */
    public void answer(String path, MockResponse response) {
        answers.put(path, response);
    }

    public void answer(String path, String body) {
        answer(path, new MockResponse().setBody(body));
    }

    /** Whether subscriptions are confirmed. */
    public void confirm(boolean on) {
        confirming = on;
    }

    /** Sends a frame on every open connection. */
    public void send(String frame) {
        sockets.forEach(socket -> socket.send(frame));
    }

    /** Ends every connection. */
    public void drop() {
        sockets.forEach(socket -> socket.close(GOING_AWAY, null));
        sockets.clear();
    }

    public int connections() {
        return sockets.size();
    }

    /** Frames that clients sent. */
    public List<String> received() {
        return received;
    }

    /** Paths that clients asked for over REST. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        drop();
        server.shutdown();
    }

    private final class Answers extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String path = String.valueOf(request.getPath());
            if (path.equals("/ws")) {
                return new MockResponse().withWebSocketUpgrade(new Socket());
            }
            requests.add(path);
            return answers.entrySet().stream()
                    .filter(answer -> path.startsWith(answer.getKey()))
                    .max(Comparator.comparingInt(answer -> answer.getKey().length()))
                    .map(answer -> answer.getValue().clone())
                    .orElseGet(() -> new MockResponse().setResponseCode(404));
        }
    }

    private final class Socket extends WebSocketListener {
        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            sockets.add(webSocket);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            received.add(text);
            if (confirming && text.startsWith("SUB ")) {
                webSocket.send("S " + text.substring(4));
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            sockets.remove(webSocket);
            webSocket.close(code, reason);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
            sockets.remove(webSocket);
        }
    }
}
