package org.assay.ingest.publish;

import java.util.List;
import java.util.Optional;
import org.assay.events.v1.Gap;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.Trade;
import org.assay.ingest.market.VenueMarket;
import org.jspecify.annotations.Nullable;

/**
 * How far a market's trades are safe in Kafka. Trades are sent under the worker's lock; acknowledgements come in the same
 * order on Kafka's thread, because all trades of a market share a partition.
 */
public final class MarketPosition {

    /** How often a position that did not move is written again, to say that the market was watched. */
    private static final long HEARTBEAT_US = 60_000_000;
    /** How often a position that moves is written; what a restart fetches again is this much longer. */
    private static final long INTERVAL_US = 2_000_000;

    private final VenueMarket market;
    private long sent;
    private volatile Acknowledged acknowledged;
    private @Nullable StreamPosition written;
    private long writtenAtUs;

    public MarketPosition(VenueMarket market) {
        this.market = market;
        this.acknowledged = new Acknowledged(0, null);
    }

    public VenueMarket market() {
        return market;
    }

    /** Takes up what an earlier worker wrote. */
    public void restore(StreamPosition position) {
        written = position;
        acknowledged = new Acknowledged(0, position.toBuilder().clearOpenGaps().build());
    }

    /** Notes that a trade goes to Kafka; the result is to be run when it is safe there. */
    public Runnable sending(Trade trade, boolean newest) {
        long number = ++sent;
        return () -> {
            Acknowledged before = acknowledged;
            // A trade before this one failed: the position stays there, and the next worker fetches from it.
            if (before.count() + 1 == number) {
                acknowledged = new Acknowledged(number, newest ? position(trade) : before.position());
            }
        };
    }

    /** The record to write now; empty when there is nothing new to say. */
    public Optional<StreamPosition> next(List<Gap> openGaps, boolean live, long nowUs) {
        Acknowledged current = acknowledged;
        StreamPosition position = current.position();
        if (position == null) {
            return Optional.empty();
        }
        boolean settled = current.count() == sent;
        StreamPosition before = written;
        boolean sameGaps = before != null && before.getOpenGapsList().equals(openGaps);
        if (sameGaps && nowUs - writtenAtUs < INTERVAL_US) {
            return Optional.empty();
        }
        StreamPosition next = position.toBuilder()
                .setAtUs(live && settled ? nowUs : atUs(position, before))
                .addAllOpenGaps(openGaps)
                .build();
        if (before != null
                && before.getTradeId().equals(next.getTradeId())
                && sameGaps
                && next.getAtUs() - before.getAtUs() < HEARTBEAT_US) {
            return Optional.empty();
        }
        written = next;
        writtenAtUs = nowUs;
        return Optional.of(next);
    }

    private static long atUs(StreamPosition position, @Nullable StreamPosition before) {
        return before == null ? position.getAtUs() : Math.max(position.getAtUs(), before.getAtUs());
    }

    private StreamPosition position(Trade trade) {
        StreamPosition.Builder position = StreamPosition.newBuilder()
                .setMarket(market.market())
                .setTradeId(trade.getTradeId())
                .setEventTimeUs(trade.getEventTimeUs())
                .setAtUs(trade.getReceivedAtUs());
        if (trade.hasSequence()) {
            position.setSequence(trade.getSequence());
        }
        return position.build();
    }

    private record Acknowledged(long count, @Nullable StreamPosition position) {}
}
