package org.assay.api.limit;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The quotas that all instances draw on. */
interface SharedQuotas {

    /**
     * Takes up to so many requests from all quotas of a holder at once.
     *
     * @param holder whose quotas
     * @param upTo 1 and above
     * @return fails when the store does not answer
     */
    CompletableFuture<Grant> take(String holder, List<Quota> quotas, long upTo);

    /** Returns what was taken in the present windows and not used. Best effort: what is lost was never used. */
    void giveBack(String holder, List<Quota> quotas, long unused);
}
