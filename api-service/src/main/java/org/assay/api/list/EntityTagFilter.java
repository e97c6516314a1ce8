package org.assay.api.list;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Gives every answer to a GET its entity tag, answers 304 where the caller has it already, and says how long a cache may
 * keep it. A resource that sets ETag or Cache-Control itself is left as it is.
 */
@Filter("/v1/**")
final class EntityTagFilter implements HttpServerFilter {

    private static final String VARY = "Authorization, X-Api-Key";

    private final JsonMapper json;

    EntityTagFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        Publisher<MutableHttpResponse<?>> response = chain.proceed(request);
        boolean read = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return read ? Flux.from(response).map(answer -> tagged(request, answer)) : response;
    }

    private MutableHttpResponse<?> tagged(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() != 200 || response.getHeaders().contains(HttpHeaders.ETAG) || response.body() == null) {
            return response;
        }
        byte[] body = bytes(response.body());
        String tag = "\"" + hash(body) + "\"";
        response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.VARY, VARY);
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "private, max-age=1");
        }
        String ifNoneMatch = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null && EntityTag.matches(ifNoneMatch, tag)) {
            MutableHttpResponse<?> unchanged = HttpResponse.notModified();
            response.getHeaders().forEach((name, values) -> {
                if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                        && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                    values.forEach(value -> unchanged.header(name, value));
                }
            });
            return unchanged;
        }
        return response.body(body).contentType(response.getContentType().orElse(MediaType.APPLICATION_JSON_TYPE));
    }

    private byte[] bytes(Object body) {
        try {
            return body instanceof byte[] ready ? ready : json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    /** Inside of the quotas, which do not count a 304. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }
}
