package org.assay.ingest.rest;

import java.time.Duration;

/** Why a venue did not answer a request. */
public sealed interface RestFailure {

    /** Stable, for logs and metrics. */
    String code();

    String detail();

    /** Worth trying again, not before {@code retryAfter} has passed. */
    record Retryable(String code, Duration retryAfter, String detail) implements RestFailure {}

    /** The venue does not accept this request; others may pass. */
    record Rejected(String code, String detail) implements RestFailure {}

    /** The venue does not serve this address at all. */
    record Fatal(String code, String detail) implements RestFailure {}
}
