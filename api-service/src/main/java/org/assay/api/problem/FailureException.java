package org.assay.api.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Failure} to where it becomes a response. */
public final class FailureException extends RuntimeException {

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    /** The cause is logged for {@link Failure.Retryable} and {@link Failure.Fatal}, never shown to the caller. */
    public FailureException(Failure failure, @Nullable Throwable cause) {
        super(failure.code().code() + ": " + failure.detail(), cause, false, cause != null);
        this.failure = failure;
    }

    /** A 400 {@code invalid_parameter} that names one parameter. */
    public static FailureException invalidParameter(String parameter, String detail) {
        return rejected(ProblemCode.INVALID_PARAMETER, parameter + ": " + detail, parameter, detail);
    }

    /** A refusal that names one parameter. */
    public static FailureException rejected(ProblemCode code, String summary, String parameter, String detail) {
        return new FailureException(
                new Failure.Rejected(code, summary, List.of(new ParameterError(parameter, detail))));
    }

    /** A refusal for which no parameter is to blame. */
    public static FailureException rejected(ProblemCode code, String detail) {
        return new FailureException(new Failure.Rejected(code, detail, List.of()));
    }

    /** A 503 because something behind this service does not answer. */
    public static FailureException upstreamUnavailable(String what, Throwable cause) {
        return new FailureException(
                new Failure.Retryable(
                        ProblemCode.UPSTREAM_UNAVAILABLE, what + " does not answer just now.", Duration.ofSeconds(5)),
                cause);
    }

    public Failure failure() {
        return failure;
    }
}
