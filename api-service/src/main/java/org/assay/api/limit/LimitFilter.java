package org.assay.api.limit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Optional;
import org.assay.api.key.ApiKey;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.problem.ProblemWriter;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds every request that shows a valid key to its quotas. */
@Filter("/v1/**")
final class LimitFilter implements HttpServerFilter {

    private final RateLimiter limiter;
    private final ProblemWriter problems;

    LimitFilter(RateLimiter limiter, ProblemWriter problems) {
        this.limiter = limiter;
        this.problems = problems;
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        Optional<ApiKey> key = KeyAuthentication.keyOf(request);
        if (key.isEmpty()) {
            return chain.proceed(request);
        }
        return limiter.take(key.get()).flatMapMany(decision -> switch (decision) {
            case LimitDecision.Allowed allowed ->
                Flux.from(chain.proceed(request)).map(response -> {
                    if (response.code() == 304) {
                        limiter.putBack(key.get());
                    }
                    return withHeaders(response, allowed);
                });
            case LimitDecision.Denied denied ->
                Mono.just(withHeaders(
                        problems.write(HttpResponse.ok(), request, RateLimitHeaders.failure(denied), null), denied));
        });
    }

    private static MutableHttpResponse<?> withHeaders(MutableHttpResponse<?> response, LimitDecision decision) {
        if (!decision.policy().isEmpty() && !response.getHeaders().contains(RateLimitHeaders.POLICY)) {
            response.header(RateLimitHeaders.POLICY, decision.policy())
                    .header(RateLimitHeaders.STATE, decision.state());
        }
        return response;
    }

    /** Behind the security filter, which learns whose request it is. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
