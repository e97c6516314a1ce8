package org.assay.api.connection;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.List;
import org.assay.api.problem.Failure;
import org.assay.api.problem.Problem;
import org.assay.api.problem.ProblemCode;
import org.assay.api.problem.ProblemWriter;

/** Problems told to a client before the framework is reached. */
@Singleton
public final class Refusals {

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    /** For a request of which the decoder could make nothing. */
    FullHttpResponse unreadable(HttpRequest request) {
        Throwable cause = request.decoderResult().cause();
        Failure failure =
                switch (cause) {
                    case TooLongHttpLineException line ->
                        rejected(ProblemCode.URI_TOO_LONG, "The request line is longer than 16 KiB.");
                    case TooLongHttpHeaderException headers ->
                        rejected(ProblemCode.HEADERS_TOO_LARGE, "The header fields are larger than 16 KiB together.");
                    case TooLongFrameException frame ->
                        rejected(ProblemCode.HEADERS_TOO_LARGE, "The request is larger than allowed.");
                    case null, default -> rejected(ProblemCode.MALFORMED_REQUEST, "The request is not readable HTTP.");
                };
        return response(failure, "-", "/");
    }

    /** For a request that did not come to its end in time. */
    FullHttpResponse tooSlow() {
        return response(rejected(ProblemCode.REQUEST_TIMEOUT, "The request did not arrive in time."), "-", "/");
    }

    /** A problem as the server's pipeline sends it. */
    public FullHttpResponse response(Failure failure, String method, String path) {
        ProblemWriter.Rendered problem = problems.render(failure, method, path);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(failure.code().status()),
                Unpooled.wrappedBuffer(problem.body()));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, problem.body().length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(ProblemWriter.REQUEST_ID, problem.requestId());
        if (failure instanceof Failure.Retryable retryable) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, ProblemWriter.seconds(retryable.retryAfter()));
        }
        return response;
    }

    private static Failure rejected(ProblemCode code, String detail) {
        return new Failure.Rejected(code, detail, List.of());
    }
}
