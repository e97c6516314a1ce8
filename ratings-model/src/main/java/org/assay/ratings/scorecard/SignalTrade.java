package org.assay.ratings.scorecard;

import java.time.LocalDate;
import org.assay.ratings.signal.Position;

/**
 * One trade of a token's signal, with all that its return is computed from.
 *
 * @param symbol of the token
 * @param position long or short
 * @param signalDay UTC day after whose close the signal took the position
 * @param entryDay UTC day at whose close it was entered: the first with a close after {@code signalDay}
 * @param entryPrice that close in USD
 * @param exitDay UTC day at whose close it was left or marked
 * @param exitPrice that close in USD
 * @param exit how it ended
 * @param grossReturn long: exit / entry - 1; short: 1 - exit / entry, at least -1; before costs
 */
public record SignalTrade(
        String symbol,
        Position position,
        LocalDate signalDay,
        LocalDate entryDay,
        double entryPrice,
        LocalDate exitDay,
        double exitPrice,
        ExitKind exit,
        double grossReturn) {

    /**
     * The return after costs: each way costs its share of what is traded, (1 - c) (1 + gross) (1 - c) - 1; a trade that is
     * still open or marked at a token's end has paid for its entry only.
     *
     * @param basisPoints one-way cost in 0.01 %
     */
    public double netReturn(double basisPoints) {
        double kept = 1 - basisPoints / 10_000;
        double ways = exit == ExitKind.SIGNAL ? kept * kept : kept;
        return ways * (1 + grossReturn) - 1;
    }
}
