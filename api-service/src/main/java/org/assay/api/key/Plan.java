package org.assay.api.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may use; the quotas of each plan are settings. */
public enum Plan {
    FREE,
    PRO,
    UNLIMITED;

    /** As in the database and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The plan of that {@link #label()}, if there is one. */
    public static Optional<Plan> of(String label) {
        return Arrays.stream(values())
                .filter(plan -> plan.label().equals(label))
                .findFirst();
    }
}
