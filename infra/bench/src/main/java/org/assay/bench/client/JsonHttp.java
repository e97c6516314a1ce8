package org.assay.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests to one server on loopback, most of whose answers are JSON. */
final class JsonHttp {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String[] headers;

    JsonHttp(URI base, String... headers) {
        this.base = base;
        this.headers = headers;
    }

    /** @throws IOException when the answer is not 200, with its body */
    JsonNode get(String pathAndQuery) throws IOException, InterruptedException {
        return JSON.readTree(text(pathAndQuery));
    }

    /** @throws IOException when the answer is not 200, with its body */
    String text(String pathAndQuery) throws IOException, InterruptedException {
        return send(pathAndQuery, request(pathAndQuery).GET());
    }

    /** @throws IOException when the answer is not 200, with its body */
    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("content-type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return JSON.readTree(send(path, request));
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(pathAndQuery)).timeout(Duration.ofSeconds(30));
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private String send(String what, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(what + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
