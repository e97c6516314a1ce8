package org.assay.api.list;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How cursors are sealed.
 *
 * @param secret at least 32 characters, the same for all instances; empty: one is generated once and kept in the database
 */
@ConfigurationProperties("assay.api.cursor")
record CursorSettings(@Bindable(defaultValue = "") String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "CursorSettings[secret=" + (secret.isEmpty() ? "generated" : "given") + "]";
    }
}
