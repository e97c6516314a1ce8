package org.assay.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts how often a mark stands in what a WebSocket sends. */
final class CountingClient implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong count = new AtomicLong();
    private @Nullable WebSocket socket;

    static CountingClient connect(URI address, String mark) {
        CountingClient client = new CountingClient();
        client.socket = client.http
                .newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {
                    private final StringBuilder partial = new StringBuilder();

                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        partial.append(data);
                        if (last) {
                            int at = partial.indexOf(mark);
                            while (at >= 0) {
                                client.count.incrementAndGet();
                                at = partial.indexOf(mark, at + mark.length());
                            }
                            partial.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }
                })
                .join();
        return client;
    }

    void send(String text) {
        WebSocket open = socket;
        if (open != null) {
            open.sendText(text, true).join();
        }
    }

    long count() {
        return count.get();
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
