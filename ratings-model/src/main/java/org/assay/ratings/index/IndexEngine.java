package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.ratings.market.MarketRegime;
import org.jspecify.annotations.Nullable;

/**
 * Advances an index day by day. After a close it trades what was decided the day before, at this close; sells what has had
 * no price for too long; and decides what to trade at the next close. It is a pure function of state and market.
 */
public final class IndexEngine {

    private final IndexRules rules;
    private final Selection selection;
    private final Trading trading;

    public IndexEngine(IndexRules rules) {
        this.rules = rules;
        this.selection = new Selection(rules);
        this.trading = new Trading(rules);
    }

    /**
     * The index after one more day.
     *
     * @throws IllegalArgumentException when the state is another index's or the day is not after the state's
     */
    public IndexStep advance(IndexState state, MarketSnapshot snapshot) {
        LocalDate before = state.day();
        if (!state.indexId().equals(rules.id())) {
            throw new IllegalArgumentException("the state of " + state.indexId() + " is not that of " + rules.id());
        }
        if (before != null && !snapshot.day().isAfter(before)) {
            throw new IllegalArgumentException(rules.id() + " has taken in " + before + " already: " + snapshot.day());
        }
        List<RebalanceRecord> trades = new ArrayList<>();
        List<Holding> holdings = priced(state.holdings(), snapshot);
        boolean defensive = state.defensive();
        PendingRebalance decided = state.pending();
        if (decided != null) {
            Trade trade = trading.execute(holdings, decided, snapshot);
            if (trade.record() != null) {
                trades.add(trade.record());
                holdings = trade.holdings();
                defensive = isDefensive(holdings);
            }
        }
        Trade sale = trading.sellUnpriced(holdings, snapshot);
        if (sale.record() != null) {
            trades.add(sale.record());
            holdings = sale.holdings();
        }
        @Nullable PendingRebalance next = decide(holdings, defensive, before, snapshot);
        IndexState after = new IndexState(rules.id(), snapshot.day(), holdings, next, defensive);
        return new IndexStep(after, level(after, snapshot.day()), trades);
    }

    private static List<Holding> priced(List<Holding> holdings, MarketSnapshot snapshot) {
        List<Holding> priced = new ArrayList<>();
        for (Holding holding : holdings) {
            Double price = snapshot.price(holding.symbol());
            priced.add(price == null ? holding : new Holding(holding.symbol(), holding.units(), price, snapshot.day()));
        }
        return priced;
    }

    /** Nothing but the reserve, because of a bear market and not for want of anything else. */
    private boolean isDefensive(List<Holding> holdings) {
        return rules.bearAsset() != null
                && holdings.size() == 1
                && holdings.getFirst().symbol().equals(rules.reserve());
    }

    private @Nullable PendingRebalance decide(
            List<Holding> holdings, boolean defensive, @Nullable LocalDate before, MarketSnapshot snapshot) {
        LocalDate today = snapshot.day();
        boolean bear = rules.bearAsset() != null && snapshot.regime() == MarketRegime.BEAR;
        if (holdings.isEmpty()) {
            return selection.eligible(snapshot) < rules.minCount()
                    ? null
                    : bear
                            ? defend(holdings, today, RebalanceTrigger.INCEPTION)
                            : review(holdings, snapshot, RebalanceTrigger.INCEPTION);
        }
        if (bear) {
            return defensive ? null : defend(holdings, today, RebalanceTrigger.BEAR_REGIME);
        }
        if (defensive) {
            return review(holdings, snapshot, RebalanceTrigger.BEAR_ENDED);
        }
        LocalDate since = before == null ? today.minusDays(1) : before;
        return rules.rebalance().isDueBetween(since, today)
                ? review(holdings, snapshot, RebalanceTrigger.SCHEDULE)
                : null;
    }

    private PendingRebalance defend(List<Holding> holdings, LocalDate today, RebalanceTrigger trigger) {
        ChangeReason reason = trigger == RebalanceTrigger.INCEPTION ? ChangeReason.INCEPTION : ChangeReason.BEAR_REGIME;
        List<Target> targets = new ArrayList<>();
        for (Holding holding : holdings) {
            if (!holding.symbol().equals(rules.reserve())) {
                targets.add(new Target(holding.symbol(), 0, reason, "bear market"));
            }
        }
        targets.add(new Target(rules.reserve(), 1, reason, "bear market"));
        targets.sort(Comparator.comparing(Target::symbol));
        return new PendingRebalance(today, trigger, targets);
    }

    private @Nullable PendingRebalance review(
            List<Holding> holdings, MarketSnapshot snapshot, RebalanceTrigger trigger) {
        Set<String> held = holdings.stream().map(Holding::symbol).collect(Collectors.toSet());
        List<Target> targets = selection.targets(snapshot, held, trigger);
        return targets.isEmpty() ? null : new PendingRebalance(snapshot.day(), trigger, targets);
    }

    private static @Nullable IndexLevel level(IndexState state, LocalDate day) {
        if (state.holdings().isEmpty()) {
            return null;
        }
        return new IndexLevel(day, state.level(), unpriced(state.holdings(), day));
    }

    private static int unpriced(List<Holding> holdings, LocalDate day) {
        return Math.toIntExact(holdings.stream()
                .filter(holding -> !holding.symbol().equals(IndexRules.CASH))
                .filter(holding -> holding.pricedOn().isBefore(day))
                .count());
    }
}
