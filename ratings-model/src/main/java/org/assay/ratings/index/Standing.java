package org.assay.ratings.index;

import org.jspecify.annotations.Nullable;

/**
 * Where a candidate stands at a review.
 *
 * @param candidate the token
 * @param value what it is ordered by; NaN when it is not eligible
 * @param rank among the eligible, from 1; 0 when it is not eligible
 * @param refusal why it is not eligible; absent when it is
 */
record Standing(
        Candidate candidate,
        double value,
        int rank,
        @Nullable String refusal) {

    boolean isEligible() {
        return refusal == null;
    }
}
