package org.assay.ratings.scorecard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the signals of all tokens did; tokens that ended are in it.
 *
 * @param settings the rules
 * @param tokens how many tokens had a signal and a price after it
 * @param ended how many of them ended
 * @param trades how many trades
 * @param hitRate share of trades with a gross return above 0; absent without trades
 * @param meanHolding mean return of holding, over tokens
 * @param medianHolding median of the same
 * @param costs one for each cost; empty without trades
 * @param scores of each token, ascending by symbol
 */
public record SignalScorecard(
        ScorecardSettings settings,
        int tokens,
        int ended,
        int trades,
        @Nullable Double hitRate,
        double meanHolding,
        double medianHolding,
        List<CostSummary> costs,
        List<TokenScore> scores) {

    public SignalScorecard {
        costs = List.copyOf(costs);
        scores = List.copyOf(scores);
    }
}
