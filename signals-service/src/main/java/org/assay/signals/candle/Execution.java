package org.assay.signals.candle;

import java.math.BigDecimal;

/**
 * A trade as a candle sees it.
 *
 * @param timeUs event time, microseconds since the epoch
 * @param id the venue's trade id
 * @param numeric whether {@code sequence} holds the id as a number
 * @param sequence the id as a number, 0 when it is none
 * @param price in quote units, above 0
 * @param amount in base units, above 0
 * @param count how many executions the venue merged into it, at least 1
 */
public record Execution(
        long timeUs, String id, boolean numeric, long sequence, BigDecimal price, BigDecimal amount, int count) {

    /** The order of trades: by time, then by id; a shorter id comes first, so that numbers stand in their order. */
    static int compare(long timeUs, String id, long otherTimeUs, String otherId) {
        if (timeUs != otherTimeUs) {
            return Long.compare(timeUs, otherTimeUs);
        }
        return id.length() == otherId.length() ? id.compareTo(otherId) : Integer.compare(id.length(), otherId.length());
    }
}
