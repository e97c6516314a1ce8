package org.assay.api.list;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers ask whether what they have is still current, and keep it for as long as it is sure to be. The tags are weak:
 * two answers that differ in nothing but ages (which count on with every answer) have the same one.
 */
public final class Revalidation {

    private static final String VARY = "Authorization, X-Api-Key";

    private Revalidation() {}

    /**
     * The response with its tag, or a 304 when the request names that tag.
     *
     * @param content what makes a difference to a caller: the body, without ages; a record, told by its text
     * @param cadence how often such answers change at most
     */
    public static <B> MutableHttpResponse<B> of(
            HttpRequest<?> request, MutableHttpResponse<B> response, Object content, Duration cadence) {
        String tag = "W/\"" + hash(content.toString()) + "\"";
        response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + cadence.toSeconds())
                .header(HttpHeaders.VARY, VARY);
        @Nullable String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (known == null || !EntityTag.matches(known, tag)) {
            return response;
        }
        MutableHttpResponse<B> unchanged = HttpResponse.notModified();
        response.getHeaders().forEach((name, values) -> values.forEach(value -> unchanged.header(name, value)));
        return unchanged;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
