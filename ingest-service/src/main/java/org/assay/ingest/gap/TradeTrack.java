package org.assay.ingest.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.venue.VenueTrade;
import org.jspecify.annotations.Nullable;

/** What is known of one market's trade stream. Guarded by the worker's lock. */
final class TradeTrack {

    final VenueMarket market;
    final RecentTrades recent = new RecentTrades();
    final List<OpenGap> gaps = new ArrayList<>();
    boolean live;
    boolean everLive;
    String lastId = "";
    OptionalLong lastSequence = OptionalLong.empty();
    long lastTimeUs;
    /** The gap of a stream that is down. */
    @Nullable
    OpenGap outage;
    /** The gap of a stream that is back but has not brought a trade yet. */
    @Nullable
    OpenGap unbounded;

    TradeTrack(VenueMarket market) {
        this.market = market;
    }

    /** Makes the trade the newest one if it is; says whether it did. */
    boolean advance(VenueTrade trade) {
        boolean numbered = lastSequence.isPresent() && trade.sequence().isPresent();
        boolean newer =
                numbered ? trade.sequence().getAsLong() > lastSequence.getAsLong() : trade.eventTimeUs() >= lastTimeUs;
        if (newer) {
            become(trade);
        }
        return newer;
    }

    void become(VenueTrade trade) {
        lastId = trade.tradeId();
        lastSequence = trade.sequence();
        lastTimeUs = trade.eventTimeUs();
    }
}
