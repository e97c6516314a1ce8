package org.assay.ratings.evaluation;

/**
 * When a holding begins and what becomes of a token that ends.
 *
 * @param delay days from the signal to the entry; the protocol's is 1, the close of the next day
 * @param haircut the share lost where a token ended before the exit, 0 to 1; the protocol's is 0
 */
public record HoldingRules(int delay, double haircut) {

    public HoldingRules {
        if (delay < 0 || haircut < 0 || haircut > 1) {
            throw new IllegalArgumentException("no holding with delay " + delay + " and haircut " + haircut);
        }
    }

    /** Entry at the next close, no haircut. */
    public static HoldingRules ofProtocol() {
        return new HoldingRules(1, 0);
    }
}
