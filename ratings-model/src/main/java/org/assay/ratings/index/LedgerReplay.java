package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes an index's levels from its ledger and the daily closes alone, without its rules: the level of a day is the sum
 * of units times last print over the holdings in the order of their symbols. The result equals the published levels bit by
 * bit.
 */
public final class LedgerReplay {

    /** Closes of the days. */
    @FunctionalInterface
    public interface Closes {

        /** The close of a token on a UTC day in USD; absent when it has none. */
        @Nullable
        Double at(String symbol, LocalDate day);
    }

    private LedgerReplay() {}

    /**
     * The levels from the first trade on.
     *
     * @param ledger every trade, in their order
     * @param closes of the tokens that the ledger names
     * @param days the UTC days that were published, ascending
     */
    public static List<IndexLevel> levels(List<RebalanceRecord> ledger, Closes closes, List<LocalDate> days) {
        Map<LocalDate, List<RebalanceRecord>> byDay = new HashMap<>();
        for (RebalanceRecord trade : ledger) {
            byDay.computeIfAbsent(trade.executedOn(), day -> new ArrayList<>()).add(trade);
        }
        Map<String, Position> positions = new TreeMap<>();
        List<IndexLevel> levels = new ArrayList<>();
        for (LocalDate day : days) {
            positions.replaceAll((symbol, position) -> position.priced(closes.at(symbol, day), day));
            for (RebalanceRecord trade : byDay.getOrDefault(day, List.of())) {
                trade.entries().forEach(entry -> change(positions, entry, closes.at(entry.symbol(), day), day));
            }
            if (!positions.isEmpty()) {
                levels.add(level(positions, day));
            }
        }
        return levels;
    }

    private static void change(
            Map<String, Position> positions, LedgerEntry entry, @Nullable Double close, LocalDate day) {
        @Nullable Position old = positions.remove(entry.symbol());
        if (entry.newUnits() > 0) {
            // A token that is bought without a close of the day is one held at its last print, or a stablecoin at its
            // peg.
            LocalDate pricedOn = close != null || old == null ? day : old.pricedOn();
            positions.put(entry.symbol(), new Position(entry.newUnits(), entry.price(), pricedOn));
        }
    }

    private static IndexLevel level(Map<String, Position> positions, LocalDate day) {
        double level = 0;
        int unpriced = 0;
        for (Map.Entry<String, Position> held : positions.entrySet()) {
            Position position = held.getValue();
            level += position.units() * position.price();
            unpriced += !held.getKey().equals(IndexRules.CASH)
                            && position.pricedOn().isBefore(day)
                    ? 1
                    : 0;
        }
        return new IndexLevel(day, level, unpriced);
    }

    private record Position(double units, double price, LocalDate pricedOn) {

        Position priced(@Nullable Double close, LocalDate day) {
            return close == null ? this : new Position(units, close, day);
        }
    }
}
