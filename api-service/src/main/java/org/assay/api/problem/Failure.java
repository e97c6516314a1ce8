package org.assay.api.problem;

import java.time.Duration;
import java.util.List;

/** Why a request is not answered as asked. */
public sealed interface Failure {

    /** The stable code that callers, logs and metrics see. */
    ProblemCode code();

    /** What happened, for the caller to read; never internals. */
    String detail();

    /**
     * The caller's mistake: the same request will fail again.
     *
     * @param errors the offending parameters, empty when none is to blame
     */
    record Rejected(ProblemCode code, String detail, List<ParameterError> errors) implements Failure {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The same request may succeed later.
     *
     * @param retryAfter how long to wait at least
     * @param violatedPolicies names of the quotas used up; empty when none is to blame
     */
    record Retryable(ProblemCode code, String detail, Duration retryAfter, List<String> violatedPolicies)
            implements Failure {
        public Retryable {
            violatedPolicies = List.copyOf(violatedPolicies);
        }

        /** With no quota to blame. */
        public Retryable(ProblemCode code, String detail, Duration retryAfter) {
            this(code, detail, retryAfter, List.of());
        }
    }

    /** A defect of this service; what it was is in its log under the problem's request id. */
    record Fatal(ProblemCode code, String detail) implements Failure {}
}
