package org.assay.api.key;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.api.problem.Failure;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Lets Micronaut Security know the caller by the API key. */
@Singleton
public final class KeyAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    /** The role of whoever shows a valid key. */
    public static final String ROLE = "api_key";

    private static final String KEY = "assay.key";
    private static final String REFUSAL = "assay.key.refusal";

    private final KeyDirectory keys;

    KeyAuthentication(KeyDirectory keys) {
        this.keys = keys;
    }

    /** The key that the request was let in by. */
    public static Optional<ApiKey> keyOf(HttpRequest<?> request) {
        return request.getAttribute(KEY, ApiKey.class);
    }

    /** Why the key that the request shows was refused; empty when it shows none. */
    public static Optional<Failure> refusalOf(HttpRequest<?> request) {
        return request.getAttribute(REFUSAL, Failure.class);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        String presented = PresentedKey.of(
                request.getHeaders().get(HttpHeaders.AUTHORIZATION),
                request.getHeaders().get("x-api-key"));
        if (presented == null) {
            return Mono.empty();
        }
        return keys.check(presented).flatMap(status -> switch (status) {
            case KeyStatus.Valid(ApiKey key) -> {
                request.setAttribute(KEY, key);
                yield Mono.just(Authentication.build(
                        key.id().toString(),
                        List.of(ROLE),
                        Map.of("plan", key.plan().label())));
            }
            case KeyStatus.Refused(Failure failure) -> {
                // Not thrown: an open page stays open to a caller with a wrong key.
                request.setAttribute(REFUSAL, failure);
                yield Mono.empty();
            }
        });
    }

    /** Before the framework's own token reading, which knows nothing of our keys. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
