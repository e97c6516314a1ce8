package org.assay.ratings.scorecard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.signal.Position;
import org.assay.ratings.statistics.Samples;
import org.jspecify.annotations.Nullable;

/** Makes the scorecard of past signals. */
public final class SignalScoring {

    private SignalScoring() {}

    /**
     * The scorecard of all tokens that had a signal and a close after it.
     *
     * @param firstDay the UTC day with index 0
     * @param symbols of the grids' tokens
     * @param close closes in USD
     * @param signals -1, 0 or 1 after each day's close; NaN before a token's first, and flat wherever else it is missing
     */
    public static SignalScorecard of(
            LocalDate firstDay, List<String> symbols, Grid close, Grid signals, ScorecardSettings settings) {
        List<TokenScore> scores = new ArrayList<>();
        for (int token = 0; token < symbols.size(); token++) {
            SignalTrades followed = new SignalTrades(firstDay, symbols.get(token), token, close, signals);
            int from = followed.start();
            if (from >= 0) {
                int to = followed.lastPrint();
                boolean ended = to < close.days() - 1 - settings.endedAfterDays();
                double holding = close.get(token, to) / close.get(token, from) - 1;
                Span span =
                        new Span(symbols.get(token), firstDay.plusDays(from), firstDay.plusDays(to), ended, holding);
                scores.add(score(span, followed.trades(ended), settings));
            }
        }
        scores.sort(Comparator.comparing(TokenScore::symbol));
        return summary(scores, settings);
    }

    private static TokenScore score(Span span, List<SignalTrade> trades, ScorecardSettings settings) {
        List<StrategyResult> strategies = settings.costBasisPoints().stream()
                .map(cost -> new StrategyResult(
                        cost,
                        compounded(trades, cost, trade -> trade.position() == Position.LONG),
                        compounded(trades, cost, trade -> true)))
                .toList();
        return new TokenScore(
                span.symbol(),
                span.from(),
                span.to(),
                span.ended(),
                span.holding(),
                strategies,
                hitRate(trades),
                time(span, trades, Position.LONG),
                time(span, trades, Position.SHORT),
                trades);
    }

    private static double compounded(List<SignalTrade> trades, double cost, Predicate<SignalTrade> counted) {
        double value = 1;
        for (SignalTrade trade : trades) {
            if (counted.test(trade)) {
                value *= 1 + trade.netReturn(cost);
            }
        }
        return value - 1;
    }

    private static @Nullable Double hitRate(List<SignalTrade> trades) {
        if (trades.isEmpty()) {
            return null;
        }
        double hits = trades.stream().filter(trade -> trade.grossReturn() > 0).count();
        return hits / trades.size();
    }

    private static double time(Span span, List<SignalTrade> trades, Position position) {
        long all = ChronoUnit.DAYS.between(span.from(), span.to());
        long held = trades.stream()
                .filter(trade -> trade.position() == position)
                .mapToLong(trade -> ChronoUnit.DAYS.between(trade.entryDay(), trade.exitDay()))
                .sum();
        return all == 0 ? 0 : (double) held / all;
    }

    private static SignalScorecard summary(List<TokenScore> scores, ScorecardSettings settings) {
        List<SignalTrade> trades =
                scores.stream().flatMap(score -> score.trades().stream()).toList();
        double[] holding = figures(scores, TokenScore::holding);
        List<CostSummary> costs = new ArrayList<>();
        for (int i = 0; i < settings.costBasisPoints().size() && !trades.isEmpty(); i++) {
            costs.add(costSummary(scores, trades, settings.costBasisPoints().get(i), i));
        }
        int ended = Math.toIntExact(scores.stream().filter(TokenScore::ended).count());
        return new SignalScorecard(
                settings,
                scores.size(),
                ended,
                trades.size(),
                hitRate(trades),
                scores.isEmpty() ? 0 : Samples.mean(holding),
                scores.isEmpty() ? 0 : Samples.median(holding),
                costs,
                scores);
    }

    private static CostSummary costSummary(List<TokenScore> scores, List<SignalTrade> trades, double cost, int index) {
        double[] longOnly =
                figures(scores, score -> score.strategies().get(index).longOnly());
        double[] longShort =
                figures(scores, score -> score.strategies().get(index).longShort());
        double beat = scores.stream()
                .filter(score -> score.strategies().get(index).longOnly() > score.holding())
                .count();
        double[] net =
                trades.stream().mapToDouble(trade -> trade.netReturn(cost)).toArray();
        return new CostSummary(
                cost,
                Samples.mean(net),
                Samples.mean(longOnly),
                Samples.median(longOnly),
                Samples.mean(longShort),
                Samples.median(longShort),
                beat / scores.size());
    }

    private static double[] figures(List<TokenScore> scores, ToDoubleFunction<TokenScore> figure) {
        return scores.stream().mapToDouble(figure).toArray();
    }

    private record Span(String symbol, LocalDate from, LocalDate to, boolean ended, double holding) {}
}
