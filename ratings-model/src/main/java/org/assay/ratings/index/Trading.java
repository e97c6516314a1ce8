package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges holdings at the day's closes. The cost is a share of the traded value, and that is measured on the value before
 * the cost: cost = rate x sum |new weight - old weight| x value; units = weight x (value - cost) / price. A token that is
 * held but has no price that day is traded at its last print; a newcomer without price is left out and its weight spread
 * over the others in proportion.
 */
final class Trading {

    private final IndexRules rules;

    Trading(IndexRules rules) {
        this.rules = rules;
    }

    /** Trades what was decided; nothing when no target has a price. */
    Trade execute(List<Holding> holdings, PendingRebalance decided, MarketSnapshot snapshot) {
        List<Target> targets = tradable(holdings, decided.targets(), snapshot);
        if (targets.stream().noneMatch(target -> target.weight() > 0)) {
            return new Trade(holdings, null);
        }
        Order order = new Order(decided.decidedOn(), snapshot.day(), decided.trigger(), targets);
        return trade(holdings, order, prices(holdings, targets, snapshot));
    }

    /** Sells for the reserve, at its last print, what has had no price for longer than the rules allow. */
    Trade sellUnpriced(List<Holding> holdings, MarketSnapshot snapshot) {
        LocalDate day = snapshot.day();
        LocalDate oldest = day.minusDays(rules.noPriceDays());
        double value = value(holdings);
        double freed = 0;
        List<Target> targets = new ArrayList<>();
        Map<String, Prices> prices = new HashMap<>();
        Double quoted = snapshot.price(rules.reserve());
        prices.put(rules.reserve(), new Prices(quoted == null ? 1 : quoted, day));
        double reserve = 0;
        for (Holding holding : holdings) {
            prices.put(holding.symbol(), new Prices(holding.price(), holding.pricedOn()));
            if (holding.symbol().equals(rules.reserve())) {
                reserve = holding.value() / value;
            } else if (holding.pricedOn().isBefore(oldest)) {
                freed += holding.value() / value;
                targets.add(
                        new Target(holding.symbol(), 0, ChangeReason.NO_PRICE, "no price since " + holding.pricedOn()));
            } else {
                targets.add(new Target(holding.symbol(), holding.value() / value, ChangeReason.REWEIGHTED, "kept"));
            }
        }
        if (freed == 0) {
            return new Trade(holdings, null);
        }
        targets.add(
                new Target(rules.reserve(), reserve + freed, ChangeReason.NO_PRICE, "proceeds of what has no price"));
        targets.sort(Comparator.comparing(Target::symbol));
        return trade(holdings, new Order(day, day, RebalanceTrigger.NO_PRICE, targets), prices);
    }

    private Trade trade(List<Holding> holdings, Order order, Map<String, Prices> prices) {
        Map<String, Holding> held = new TreeMap<>();
        holdings.forEach(holding -> held.put(holding.symbol(), holding));
        boolean inception = held.isEmpty();
        double before = inception ? IndexRules.FIRST_LEVEL : value(holdings);
        double traded = 0;
        for (Target target : order.targets()) {
            traded += Math.abs(target.weight() - oldWeight(held.get(target.symbol()), before));
        }
        double cost = inception ? 0 : rules.costRate() * traded * before;
        double after = before - cost;
        List<Holding> next = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        for (Target target : order.targets()) {
            @Nullable Holding old = held.get(target.symbol());
            Prices price = known(prices, target.symbol());
            double units = target.weight() * after / price.price();
            if (units > 0) {
                next.add(new Holding(target.symbol(), units, price.price(), price.on()));
            }
            entries.add(new LedgerEntry(
                    target.symbol(),
                    old == null ? 0 : old.units(),
                    units,
                    oldWeight(old, before),
                    target.weight(),
                    price.price(),
                    target.reason(),
                    target.text()));
        }
        RebalanceRecord record = new RebalanceRecord(
                rules.id(),
                order.decidedOn(),
                order.executedOn(),
                order.trigger(),
                before,
                value(next),
                inception ? 0 : traded / 2,
                cost,
                entries);
        return new Trade(List.copyOf(next), record);
    }

    private List<Target> tradable(List<Holding> holdings, List<Target> targets, MarketSnapshot snapshot) {
        Map<String, Prices> prices = prices(holdings, targets, snapshot);
        List<Target> tradable = targets.stream()
                .filter(target -> prices.containsKey(target.symbol()))
                .toList();
        if (tradable.size() == targets.size()) {
            return targets;
        }
        double sum = tradable.stream().mapToDouble(Target::weight).sum();
        return tradable.stream()
                .map(target -> new Target(
                        target.symbol(), sum > 0 ? target.weight() / sum : 0, target.reason(), target.text()))
                .toList();
    }

    /** Of the tokens held, their last print; of the others, the day's close if there is one. */
    private Map<String, Prices> prices(List<Holding> holdings, List<Target> targets, MarketSnapshot snapshot) {
        Map<String, Prices> prices = new HashMap<>();
        for (Target target : targets) {
            Double price = snapshot.price(target.symbol());
            if (price != null) {
                prices.put(target.symbol(), new Prices(price, snapshot.day()));
            } else if (target.symbol().equals(rules.reserve())) {
                // A stablecoin that nobody quotes is taken at its peg.
                prices.put(target.symbol(), new Prices(1, snapshot.day()));
            }
        }
        for (Holding holding : holdings) {
            prices.put(holding.symbol(), new Prices(holding.price(), holding.pricedOn()));
        }
        return prices;
    }

    private static Prices known(Map<String, Prices> prices, String symbol) {
        Prices price = prices.get(symbol);
        if (price == null) {
            throw new IllegalStateException("no price of " + symbol + " to trade at");
        }
        return price;
    }

    private static double oldWeight(@Nullable Holding holding, double value) {
        return holding == null ? 0 : holding.value() / value;
    }

    private static double value(List<Holding> holdings) {
        double value = 0;
        for (Holding holding : holdings) {
            value += holding.value();
        }
        return value;
    }

    private record Prices(double price, LocalDate on) {}

    private record Order(LocalDate decidedOn, LocalDate executedOn, RebalanceTrigger trigger, List<Target> targets) {}
}
