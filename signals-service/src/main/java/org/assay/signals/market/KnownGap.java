package org.assay.signals.market;

/**
 * A stretch of a trade stream in which trades may have been missed.
 *
 * @param fromUs the beginning
 * @param toUs the end, exclusive; {@link Long#MAX_VALUE} while the stream is down
 * @param open whether it still has to be filled
 */
record KnownGap(long fromUs, long toUs, boolean open) {

    boolean touches(long startUs, long endUs) {
        return fromUs < endUs && startUs < Math.max(toUs, fromUs + 1);
    }
}
