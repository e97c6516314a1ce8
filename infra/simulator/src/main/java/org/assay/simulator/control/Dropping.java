package org.assay.simulator.control;

import org.assay.simulator.universe.Venue;
import org.jspecify.annotations.Nullable;

/** Closes WebSockets of a venue. */
@FunctionalInterface
public interface Dropping {

    /**
     * Closes connections without a closing frame.
     *
     * @param symbol only those subscribed to this market; null for all
     * @param most how many at most
     * @return how many
     */
    int drop(Venue venue, @Nullable String symbol, int most);
}
