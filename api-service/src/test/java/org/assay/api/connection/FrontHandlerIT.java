package org.assay.api.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.api.price.PriceFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrontHandlerIT {

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        PriceFixture.createTopics();
        api = TestApi.start(Map.of("assay.api.connection.request-timeout", "1s"));
        key = api.issue(Plan.PRO).secret();
        await().until(() -> api.get("/v1/prices?ids=bitcoin", "x-api-key", key).statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        String slow = "GET /v1/venues HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + key + "\r\n\r\n";
        String quick = "GET /v1/prices?ids=bitcoin HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + key + "\r\n\r\n";
        String last = quick.replace("Host: x", "Host: x\r\nConnection: close");
        String raw = exchange((quick + slow + quick + slow + slow + last).getBytes(StandardCharsets.ISO_8859_1));
        String kinds = raw.lines()
                .filter(line -> line.contains("{\"data\":"))
                .map(line -> line.contains("\"id\":\"bitcoin\"") ? "p" : "v")
                .reduce("", String::concat);
        assertThat(kinds).as(raw).isEqualTo("pvpvvp");
    }

    @Test
    void refusesAMegabyteOfHeadersWith431AndALongLineWith414() throws IOException {
        String big = "GET /v1/venues HTTP/1.1\r\nHost: x\r\nX-Big: " + "a".repeat(1_000_000) + "\r\n\r\n";
        assertThat(exchange(big.getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json", "\"code\":\"headers_too_large\"");
        String longLine = "GET /v1/venues?x=" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        assertThat(exchange(longLine.getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("HTTP/1.1 414 ")
                .contains("\"code\":\"uri_too_long\"");
    }

    @Test
    void refusesWhatIsNotHttp() throws IOException {
        assertThat(exchange("\u0016\u0003\u0001 hello\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"malformed_request\"");
    }

    @Test
    void doesNotWaitForeverForTheRestOfARequest() throws IOException {
        assertThat(exchange("GET /v1/venues HTTP/1.1\r\nHost".getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("HTTP/1.1 408 ")
                .contains("\"code\":\"request_timeout\"");
    }

    private static String exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(api.base().getHost(), api.base().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
