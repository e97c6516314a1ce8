package org.assay.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A client of the simulator: REST and one WebSocket. */
final class Client implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient REST = HttpClient.newHttpClient();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private @Nullable WebSocket socket;

    static Client connect(URI address) {
        Client client = new Client();
        client.socket = client.http
                .newWebSocketBuilder()
                .buildAsync(address, client.new Listener())
                .join();
        return client;
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed = true;
        }
    }

    void send(String text) {
        WebSocket open = socket;
        if (open != null) {
            open.sendText(text, true).join();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Frames that were no JSON; a frame stands here as often as it was looked at. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    void forget() {
        frames.clear();
    }

    /** Waits until that many frames have come that fit, and returns them all. */
    List<JsonNode> await(int count, Predicate<JsonNode> fits) {
        return Awaitility.await().until(() -> matching(fits), found -> found.size() >= count);
    }

    List<JsonNode> matching(Predicate<JsonNode> fits) {
        List<JsonNode> found = new ArrayList<>();
        for (String frame : frames) {
            try {
                JsonNode node = JSON.readTree(frame);
                if (fits.test(node)) {
                    found.add(node);
                }
            } catch (JsonProcessingException e) {
                broken.add(frame);
            }
        }
        return found;
    }

    static HttpResponse<String> exchange(String method, URI address, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return REST.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode get(URI base, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = exchange("GET", URI.create(base + path), "");
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        http.close();
    }
}
