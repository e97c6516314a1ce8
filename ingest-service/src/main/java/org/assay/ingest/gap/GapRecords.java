package org.assay.ingest.gap;

import java.util.Locale;
import org.assay.events.v1.Gap;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.VenueTrade;

/** Gap records: how they begin, and what lies in them. */
final class GapRecords {

    /** How long a venue is given to have a trade in its history. */
    static final long HISTORY_LAG_US = 2_000_000;

    private GapRecords() {}

    /** A gap that begins after the last trade of a track. */
    static Gap.Builder opened(TradeTrack track, Gap.Cause cause, long fromUs, long nowUs) {
        String name = cause.name().substring("CAUSE_".length()).toLowerCase(Locale.ROOT);
        Gap.Builder gap = Gap.newBuilder()
                .setGapId(track.market.id() + ":" + name + ":" + fromUs + ":" + track.lastId)
                .setMarket(track.market.market())
                .setChannel(Channel.TRADES.code())
                .setCause(cause)
                .setStatus(Gap.Status.STATUS_OPEN)
                .setFromUs(fromUs)
                .setFromTradeId(track.lastId)
                .setFoundAtUs(nowUs);
        track.lastSequence.ifPresent(gap::setFromSequence);
        return gap;
    }

    /** Whether the trade lies after the last one seen before the gap. */
    static boolean isAfterStart(Gap gap, VenueTrade trade) {
        if (gap.hasFromSequence() && trade.sequence().isPresent()) {
            return trade.sequence().getAsLong() > gap.getFromSequence();
        }
        return trade.eventTimeUs() >= gap.getFromUs() && !trade.tradeId().equals(gap.getFromTradeId());
    }

    /** Whether the trade lies before the first one seen after the gap. */
    static boolean isBeforeEnd(Gap gap, VenueTrade trade) {
        if (gap.hasToSequence() && trade.sequence().isPresent()) {
            return trade.sequence().getAsLong() < gap.getToSequence();
        }
        return !gap.hasToUs() || trade.eventTimeUs() < gap.getToUs() + HISTORY_LAG_US;
    }
}
