package org.assay.api.limit;

import org.assay.api.problem.Failure;
import org.assay.api.problem.ProblemCode;

/** How quotas are told to callers: draft-ietf-httpapi-ratelimit-headers-10. */
public final class RateLimitHeaders {

    /** The quotas of the key's plan. */
    public static final String POLICY = "RateLimit-Policy";

    /** What is left of them. */
    public static final String STATE = "RateLimit";

    private RateLimitHeaders() {}

    /** What a caller over its quota is told. */
    public static Failure failure(LimitDecision.Denied denied) {
        String detail = "The quota of the key's plan is used up (" + String.join(", ", denied.violated())
                + "); Retry-After says when it begins anew.";
        return new Failure.Retryable(ProblemCode.RATE_LIMITED, detail, denied.retryAfter(), denied.violated());
    }
}
