package org.assay.ingest.worker;

import org.assay.events.v1.Origin;
import org.assay.events.v1.Side;
import org.assay.events.v1.Trade;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.venue.VenueTrade;

/** Trades as they stand in Kafka. */
final class TradeRecords {

    private TradeRecords() {}

    static Trade of(VenueMarket market, VenueTrade trade, long receivedAtUs, Origin origin) {
        Trade.Builder builder = Trade.newBuilder()
                .setMarket(market.market())
                .setTradeId(trade.tradeId())
                .setPrice(trade.price().toPlainString())
                .setAmount(trade.amount().toPlainString())
                .setSide(side(trade.side()))
                .setEventTimeUs(trade.eventTimeUs())
                .setReceivedAtUs(receivedAtUs)
                .setExecutions(trade.executions())
                .setOrigin(origin);
        trade.sequence().ifPresent(builder::setSequence);
        return builder.build();
    }

    private static Side side(VenueTrade.TakerSide side) {
        return switch (side) {
            case BUY -> Side.SIDE_BUY;
            case SELL -> Side.SIDE_SELL;
            case UNKNOWN -> Side.SIDE_UNSPECIFIED;
        };
    }
}
