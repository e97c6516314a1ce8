package org.assay.simulator.path;

/**
 * A small bounded deviation that keeps returning to zero: a venue's offset from the others, a stablecoin's from its peg.
 * Smooth noise on three time scales, read by a {@link DeviationCursor}.
 *
 * @param amplitude the logarithm stays within +- this
 */
public record Deviation(long seed, double amplitude) {

    /** No deviation. */
    public static final Deviation NONE = new Deviation(0, 0);
}
