package org.assay.testkit.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded service did not start or stop; the message names the cause and, where there is one, the remedy. */
public final class EmbeddedServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedServiceException(String message) {
        super(message);
    }

    EmbeddedServiceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
