package org.assay.signals.rating;

import java.time.Duration;

/** Why ratings could not be computed or said. */
public abstract sealed class RatingException extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;

    private RatingException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** A stable code for logs, metrics and health. */
    public String code() {
        return code;
    }

    /** It may work later. */
    public static final class Retryable extends RatingException {

        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        public Retryable(String code, String message, Duration retryAfter, Throwable cause) {
            super(code, message, cause);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Somebody must change a setting. */
    public static final class Fatal extends RatingException {

        private static final long serialVersionUID = 1;

        public Fatal(String code, String message, Throwable cause) {
            super(code, message, cause);
        }
    }
}
