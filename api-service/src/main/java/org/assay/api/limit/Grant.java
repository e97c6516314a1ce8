package org.assay.api.limit;

import java.util.List;

/**
 * What was taken from a shared quota.
 *
 * @param taken requests that may now be answered, 0 when the quota is used up
 * @param remaining what is left for everybody, one number for each quota
 */
record Grant(long taken, List<Long> remaining) {
    Grant {
        remaining = List.copyOf(remaining);
    }
}
