package org.assay.api.key;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.assay.api.problem.Failure;
import org.assay.api.problem.ProblemCode;
import org.assay.api.problem.ProblemWriter;

/** Says why a caller is not let in. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class RefusalHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    /** What a caller without a key is told. */
    static final Failure MISSING = new Failure.Rejected(
            ProblemCode.API_KEY_MISSING,
            "Send an API key as \"Authorization: Bearer ask_...\" or \"x-api-key: ask_...\".",
            List.of());

    private static final Failure FORBIDDEN =
            new Failure.Rejected(ProblemCode.FORBIDDEN, "The credentials do not allow this.", List.of());

    private final ProblemWriter problems;

    RefusalHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // The framework's signature.
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        Failure failure = exception.isForbidden()
                ? FORBIDDEN
                : KeyAuthentication.refusalOf((HttpRequest<?>) request).orElse(MISSING);
        return problems.write(HttpResponse.ok(), request, failure, null);
    }
}
