package org.assay.api.key;

import org.assay.api.problem.Failure;

/** What became of the check of a presented key. */
public sealed interface KeyStatus {

    /** In use. */
    record Valid(ApiKey key) implements KeyStatus {}

    /** Not to be answered, or not now. */
    record Refused(Failure failure) implements KeyStatus {}
}
