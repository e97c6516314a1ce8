package org.assay.signals.sink;

/** A batch was not stored; nothing of it is in the database. */
public final class SinkFailedException extends Exception {

    private final transient SinkFailure failure;

    public SinkFailedException(SinkFailure failure, Throwable cause) {
        super(failure.code() + ": " + failure.reason(), cause);
        this.failure = failure;
    }

    public SinkFailedException(SinkFailure failure) {
        super(failure.code() + ": " + failure.reason());
        this.failure = failure;
    }

    public SinkFailure failure() {
        return failure;
    }
}
