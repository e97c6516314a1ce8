package org.assay.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers whatever no more special handler knows; a defect of ours becomes a 500 without its innards. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private final ProblemWriter problems;

    FailureHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // The framework's signature.
    public MutableHttpResponse<byte[]> handle(HttpRequest request, Throwable cause) {
        Failure failure = FailureClassifier.classify(500, cause, null);
        return problems.write(
                HttpResponse.status(failure.code().status(), failure.code().title()), request, failure, cause);
    }
}
