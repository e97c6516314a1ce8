package org.assay.signals.market;

import java.math.BigDecimal;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Trade;
import org.assay.signals.candle.Bucket;
import org.assay.signals.candle.ExactDecimal;
import org.assay.signals.candle.Execution;
import org.assay.signals.market.MarketMetrics.Outcome;
import org.assay.signals.price.PriceRules;
import org.assay.signals.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** Takes trades into their one-minute buckets and their market's price, each once. */
final class TradeIntake {

    private final MarketStores stores;
    private final CandleRules rules;
    private final long halfLifeUs;
    private final SpilledIds spilledIds;
    private final StateWriter scratch = new StateWriter();

    TradeIntake(MarketStores stores, CandleRules rules, PriceRules prices) {
        this.stores = stores;
        this.rules = rules;
        this.spilledIds = new SpilledIds(stores.buckets());
        this.halfLifeUs = prices.halfLife().toNanos() / 1_000;
    }

    /** Takes the trade in; the market's price has changed when it is accepted. */
    Outcome accept(Trade trade) {
        Execution execution = execution(trade);
        if (execution == null) {
            return Outcome.TRADE_REJECTED;
        }
        MarketState market = stores.market(trade.getMarket());
        long minute = Interval.M1.openOf(execution.timeUs());
        if (market.headOpen != MarketState.NONE && market.headOpen - minute > rules.retentionUs()) {
            return Outcome.TRADE_TOO_OLD;
        }
        follow(market, trade);
        Bucket bucket = bucket(market, minute);
        if (bucket.isOwn()) {
            return Outcome.TRADE_SUPERSEDED;
        }
        if (!isNew(market, minute, bucket, execution)) {
            return Outcome.TRADE_DUPLICATE;
        }
        bucket.add(execution);
        if (minute != market.headOpen) {
            stores.buckets().save(market.name(), Interval.M1, minute, bucket);
        }
        market.dirty.add(Interval.M1, minute);
        market.price.add(execution.timeUs(), execution.price(), execution.amount(), halfLifeUs);
        stores.save(market);
        return Outcome.TRADE_ACCEPTED;
    }

    private @Nullable Execution execution(Trade trade) {
        BigDecimal price;
        BigDecimal amount;
        try {
            price = ExactDecimal.parse(trade.getPrice());
            amount = ExactDecimal.parse(trade.getAmount());
        } catch (NumberFormatException e) {
            return null;
        }
        long time = trade.getEventTimeUs();
        long received = trade.getReceivedAtUs();
        boolean ahead = received > 0 && time - received > rules.futureToleranceUs();
        if (price.signum() <= 0
                || amount.signum() <= 0
                || time <= 0
                || ahead
                || trade.getTradeId().isEmpty()) {
            return null;
        }
        return new Execution(
                time,
                trade.getTradeId(),
                trade.hasSequence(),
                trade.getSequence(),
                price,
                amount,
                Math.max(1, trade.getExecutions()));
    }

    /**
     * Begins to follow the market when its first trade is received. A venue may begin a stream with trades of long ago: they
     * lie before the beginning, in time that nobody watched.
     */
    private static void follow(MarketState market, Trade trade) {
        if (market.started()) {
            return;
        }
        if (market.historyBefore != MarketState.NONE) {
            // The history ends inside intervals that the trades will not reach if the first one is late.
            market.dirty.addLonger(market.historyBefore - 1);
        }
        market.watchedFrom = Math.max(trade.getReceivedAtUs(), trade.getEventTimeUs());
        market.firstMinute = Interval.M1.openOf(market.watchedFrom);
        market.closedBefore = market.firstMinute;
    }

    private Bucket bucket(MarketState market, long minute) {
        if (minute == market.headOpen && market.head != null) {
            return market.head;
        }
        Bucket known = stores.buckets().find(market.name(), Interval.M1, minute);
        Bucket bucket = known == null ? Bucket.empty() : known;
        if (known == null && minute < market.closedBefore) {
            // Had it been watched, a candle without trades would stand here.
            bucket.setUnwatched(true);
        }
        if (minute > market.headOpen) {
            if (market.head != null) {
                stores.buckets().save(market.name(), Interval.M1, market.headOpen, market.head);
            }
            market.head = bucket;
            market.headOpen = minute;
        }
        return bucket;
    }

    private boolean isNew(MarketState market, long minute, Bucket bucket, Execution trade) {
        String name = market.name();
        if (!trade.numeric()) {
            return isNewText(name, minute, bucket, trade);
        }
        long id = trade.sequence();
        if (bucket.holdsId(id) || spilledIds.contains(name, minute, bucket, id)) {
            return false;
        }
        byte[] givenUp = bucket.addId(id, scratch);
        if (givenUp != null) {
            spilledIds.add(name, minute, bucket, givenUp);
        }
        return true;
    }

    private boolean isNewText(String name, long minute, Bucket bucket, Execution trade) {
        if (bucket.hasTextIds() && stores.buckets().holdsTextId(name, minute, trade)) {
            return false;
        }
        bucket.markTextIds();
        stores.buckets().saveTextId(name, minute, trade);
        return true;
    }
}
