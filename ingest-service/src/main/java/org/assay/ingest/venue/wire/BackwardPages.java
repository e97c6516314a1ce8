package org.assay.ingest.venue.wire;

import java.util.List;
import java.util.Optional;
import org.assay.ingest.venue.RestRequest;
import org.assay.ingest.venue.TradePage;
import org.assay.ingest.venue.TradeRange;
import org.assay.ingest.venue.VenueTrade;

/** Trade history that starts at the newest trade and pages towards older ones. */
public final class BackwardPages {

    private BackwardPages() {}

    /**
     * Keeps what the range wants, and asks for older trades while its start has not been reached.
     *
     * @param trades oldest first
     * @param older the request for older ones; empty when the venue has none
     */
    public static TradePage page(List<VenueTrade> trades, TradeRange range, Optional<RestRequest> older) {
        List<VenueTrade> wanted =
                trades.stream().filter(trade -> isWanted(trade, range)).toList();
        boolean reached = trades.isEmpty() || wanted.size() < trades.size();
        return new TradePage(wanted, reached ? Optional.empty() : older, false);
    }

    /** By id where the last one seen is known: trades of one order share their time. */
    public static boolean isWanted(VenueTrade trade, TradeRange range) {
        if (range.afterSequence().isPresent() && trade.sequence().isPresent()) {
            return trade.sequence().getAsLong() > range.afterSequence().getAsLong();
        }
        return trade.eventTimeUs() >= range.fromUs();
    }
}
