package org.assay.ingest.rest;

/** A request failed; {@link #failure()} says how. */
public final class RestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RestFailure failure;

    public RestException(RestFailure failure) {
        super(failure.code() + ": " + failure.detail());
        this.failure = failure;
    }

    public RestFailure failure() {
        return failure;
    }
}
