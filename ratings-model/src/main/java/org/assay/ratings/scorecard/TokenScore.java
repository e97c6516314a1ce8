package org.assay.ratings.scorecard;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a token's signal did.
 *
 * @param symbol of the token
 * @param from UTC day at whose close holding begins: the one after the first day with a signal
 * @param to UTC day of the last print
 * @param ended whether the token ended before the data did
 * @param holding return of holding from {@code from} to {@code to}, without costs
 * @param strategies one for each cost
 * @param hitRate share of the closed and marked trades with a gross return above 0; absent without trades
 * @param timeLong share of the days held long
 * @param timeShort share of the days held short
 * @param trades in their order
 */
public record TokenScore(
        String symbol,
        LocalDate from,
        LocalDate to,
        boolean ended,
        double holding,
        List<StrategyResult> strategies,
        @Nullable Double hitRate,
        double timeLong,
        double timeShort,
        List<SignalTrade> trades) {

    public TokenScore {
        strategies = List.copyOf(strategies);
        trades = List.copyOf(trades);
    }
}
