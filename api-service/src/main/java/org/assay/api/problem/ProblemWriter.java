package org.assay.api.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into its response and its one line in the log. */
@Singleton
public final class ProblemWriter implements ErrorResponseProcessor<byte[]> {

    /** The response header that repeats a problem's request id. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** The framework's own refusals: unknown routes, wrong methods, bodies that cannot be read. */
    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable cause = context.getRootCause().orElse(null);
        String message = context.getErrors().isEmpty()
                ? null
                : context.getErrors().getFirst().getMessage();
        int status = response.code();
        Failure failure = FailureClassifier.classify(status, cause, message);
        // The classifier may know better than the framework (a database away is no defect); a bare status stays as it
        // is.
        int answered = failure.code() == ProblemCode.REQUEST_REJECTED
                ? status
                : failure.code().status();
        return write((MutableHttpResponse<byte[]>) response, context.getRequest(), failure, answered, cause);
    }

    /** Fills a response with the problem that the failure is. */
    public MutableHttpResponse<byte[]> write(
            MutableHttpResponse<byte[]> response, HttpRequest<?> request, Failure failure, @Nullable Throwable cause) {
        return write(response, request, failure, failure.code().status(), cause);
    }

    private MutableHttpResponse<byte[]> write(
            MutableHttpResponse<byte[]> response,
            HttpRequest<?> request,
            Failure failure,
            int status,
            @Nullable Throwable cause) {
        Rendered rendered = render(failure, status, request.getMethodName(), request.getPath(), cause);
        response.status(status)
                .header(REQUEST_ID, rendered.requestId())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.of(Problem.MEDIA_TYPE));
        if (failure instanceof Failure.Retryable retryable) {
            response.header(HttpHeaders.RETRY_AFTER, seconds(retryable.retryAfter()));
        }
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.body(rendered.body());
    }

    /** The body and request id of a problem, and its line in the log: for answers given before the framework is reached. */
    public Rendered render(Failure failure, String method, String path) {
        return render(failure, failure.code().status(), method, path, null);
    }

    private Rendered render(Failure failure, int status, String method, String path, @Nullable Throwable cause) {
        String requestId = RequestIds.next();
        log(failure, status, requestId, method + " " + path, cause);
        try {
            Problem problem = Problem.of(failure, path, requestId).withStatus(status);
            return new Rendered(requestId, json.writeValueAsBytes(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void log(Failure failure, int status, String requestId, String what, @Nullable Throwable cause) {
        String code = failure.code().code();
        if (failure.code() == ProblemCode.RATE_LIMITED) {
            // A caller over its quota must not fill the log as well; the metrics count them.
            LOG.debug("{} {} {} request_id={}", status, code, printable(what), requestId);
            return;
        }
        switch (failure) {
            case Failure.Rejected rejected ->
                LOG.info(
                        "{} {} {} request_id={}: {}",
                        status,
                        code,
                        printable(what),
                        requestId,
                        printable(rejected.detail()));
            case Failure.Retryable retryable ->
                LOG.warn(
                        "{} {} {} request_id={}: {} ({})",
                        status,
                        code,
                        printable(what),
                        requestId,
                        retryable.detail(),
                        cause == null ? "no further cause" : printable(cause.toString()));
            case Failure.Fatal fatal ->
                LOG.error(
                        "{} {} {} request_id={}: {}", status, code, printable(what), requestId, fatal.detail(), cause);
        }
    }

    /** Without line breaks and other control characters, and of bounded length: callers must not write the log. */
    private static String printable(String text) {
        String bounded = text.length() > 300 ? text.substring(0, 300) + "..." : text;
        return bounded.replaceAll("\\p{Cntrl}", " ");
    }

    /** Whole seconds for a Retry-After header, rounded up, at least 1. */
    public static String seconds(Duration wait) {
        return Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000));
    }

    /**
     * A problem ready to send.
     *
     * @param body JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // Written once to the wire, never compared.
    public record Rendered(String requestId, byte[] body) {}
}
