package org.assay.api.limit;

import java.time.Duration;
import java.util.List;

/** Whether a request is within its key's quotas. */
public sealed interface LimitDecision {

    /** The value of the header RateLimit-Policy; empty when the plan has no limit. */
    String policy();

    /** The value of the header RateLimit; empty when the plan has no limit. */
    String state();

    /** Within all quotas, and counted. */
    record Allowed(String policy, String state) implements LimitDecision {}

    /**
     * Not counted, not to be answered.
     *
     * @param retryAfter until the last of the violated quotas begins anew
     * @param violated names of the quotas that are used up
     */
    record Denied(String policy, String state, Duration retryAfter, List<String> violated) implements LimitDecision {
        public Denied {
            violated = List.copyOf(violated);
        }
    }
}
