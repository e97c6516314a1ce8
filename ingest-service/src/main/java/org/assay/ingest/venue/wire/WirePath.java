package org.assay.ingest.venue.wire;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assay.ingest.venue.RestRequest;

/** Builds and reads the path and query of a REST request. */
public final class WirePath {

    private final StringBuilder text;
    private boolean hasQuery;

    private WirePath(String path) {
        text = new StringBuilder(path);
    }

    public static WirePath of(String path) {
        return new WirePath(path);
    }

    /** Percent-encoded: a symbol may hold any character (Binance lists some in Chinese). */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public WirePath with(String parameter, String value) {
        text.append(hasQuery ? '&' : '?').append(parameter).append('=').append(encode(value));
        hasQuery = true;
        return this;
    }

    public WirePath with(String parameter, long value) {
        return with(parameter, Long.toString(value));
    }

    public RestRequest request(int weight) {
        return new RestRequest(text.toString(), weight);
    }

    /** The path of a request, without its query. */
    public static String pathOf(RestRequest request) {
        String all = request.pathAndQuery();
        int query = all.indexOf('?');
        return query < 0 ? all : all.substring(0, query);
    }

    /** A parameter of a request, decoded. */
    public static Optional<String> parameter(RestRequest request, String name) {
        String all = request.pathAndQuery();
        int query = all.indexOf('?');
        return query < 0 ? Optional.empty() : parameterOf(all.substring(query + 1), name);
    }

    /** A parameter of an address, decoded. */
    public static Optional<String> parameter(URI address, String name) {
        return Optional.ofNullable(address.getRawQuery()).flatMap(query -> parameterOf(query, name));
    }

    private static Optional<String> parameterOf(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                String value = pair.substring(name.length() + 1);
                try {
                    return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    // Not encoded after all: take it as it stands.
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }
}
