package org.assay.api.price;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.assay.api.connection.Refusals;
import org.assay.api.connection.ShortCut;
import org.assay.api.key.ApiKey;
import org.assay.api.key.KeyDirectory;
import org.assay.api.key.KeyStatus;
import org.assay.api.key.PresentedKey;
import org.assay.api.limit.LimitDecision;
import org.assay.api.limit.RateLimitHeaders;
import org.assay.api.limit.RateLimiter;
import org.assay.api.problem.Failure;
import org.assay.api.problem.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code GET /v1/prices} in the server's pipeline, from memory: key, quota and prices are asked of the same beans
 * as on the framework's way, without its routing, filters and object mapping. Whatever would have to wait goes that way.
 */
@Singleton
final class PriceShortCut implements ShortCut {

    private static final String PATH = "/v1/prices";
    private static final AsciiString API_KEY = AsciiString.cached("x-api-key");
    private static final AsciiString JSON = AsciiString.cached("application/json");
    private static final AsciiString CACHE_CONTROL = AsciiString.cached(PriceAnswers.CACHE_CONTROL);
    private static final AsciiString VARY = AsciiString.cached(PriceAnswers.VARY);
    private static final AsciiString POLICY = AsciiString.cached(RateLimitHeaders.POLICY);
    private static final AsciiString STATE = AsciiString.cached(RateLimitHeaders.STATE);
    private static final DefaultHttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private final KeyDirectory keys;
    private final RateLimiter limiter;
    private final PriceAnswers answers;
    private final Refusals refusals;
    private final InstantSource time;
    private final HttpDate date;
    private final Timer timer;

    PriceShortCut(
            KeyDirectory keys,
            RateLimiter limiter,
            PriceAnswers answers,
            Refusals refusals,
            @Named("wall") InstantSource time,
            MeterRegistry meters) {
        this.keys = keys;
        this.limiter = limiter;
        this.answers = answers;
        this.refusals = refusals;
        this.time = time;
        this.date = new HttpDate(time);
        this.timer = Timer.builder("assay.api.prices.shortcut")
                .description("Answers to GET /v1/prices given without the framework")
                .register(meters);
    }

    @Override
    public @Nullable FullHttpResponse answer(HttpRequest request, ByteBufAllocator allocator) {
        String uri = request.uri();
        if (!isForPrices(uri)) {
            return null;
        }
        long began = System.nanoTime();
        HttpHeaders headers = request.headers();
        String presented = PresentedKey.of(headers.get(HttpHeaderNames.AUTHORIZATION), headers.get(API_KEY));
        if (presented == null || !(keys.cached(presented, time.millis()) instanceof KeyStatus.Valid(ApiKey key))) {
            return null;
        }
        LimitDecision decision = limiter.tryTake(key);
        if (decision == null) {
            return null;
        }
        FullHttpResponse response =
                switch (decision) {
                    case LimitDecision.Denied denied ->
                        refusals.response(RateLimitHeaders.failure(denied), "GET", PATH);
                    case LimitDecision.Allowed allowed -> allowed(request, key, allocator);
                };
        if (!decision.policy().isEmpty()) {
            response.headers().set(POLICY, decision.policy()).set(STATE, decision.state());
        }
        response.headers().set(HttpHeaderNames.DATE, date.now());
        timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return response;
    }

    private FullHttpResponse allowed(HttpRequest request, ApiKey key, ByteBufAllocator allocator) {
        PriceAnswers.Answer answer;
        try {
            answer = answers.answer(query(request.uri()), request.headers().get(HttpHeaderNames.IF_NONE_MATCH));
        } catch (FailureException e) {
            Failure failure = e.failure();
            return refusals.response(failure, "GET", PATH);
        }
        if (answer.isUnchanged()) {
            limiter.putBack(key);
            return withHeaders(HttpResponseStatus.NOT_MODIFIED, Unpooled.EMPTY_BUFFER, answer.tag());
        }
        ByteBuf body = answer.body(allocator);
        FullHttpResponse response = withHeaders(HttpResponseStatus.OK, body, answer.tag());
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.readableBytes()));
        return response;
    }

    private static FullHttpResponse withHeaders(HttpResponseStatus status, ByteBuf body, String tag) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body, HEADERS, HEADERS);
        response.headers()
                .set(HttpHeaderNames.ETAG, tag)
                .set(HttpHeaderNames.CACHE_CONTROL, CACHE_CONTROL)
                .set(HttpHeaderNames.VARY, VARY);
        return response;
    }

    private static boolean isForPrices(String uri) {
        return uri.startsWith(PATH) && (uri.length() == PATH.length() || uri.charAt(PATH.length()) == '?');
    }

    private static @Nullable String query(String uri) {
        if (uri.length() <= PATH.length()) {
            return null;
        }
        int fragment = uri.indexOf('#');
        return uri.substring(PATH.length() + 1, fragment < 0 ? uri.length() : fragment);
    }
}
