package org.assay.ratings.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.signal.Trend;
import org.assay.ratings.statistics.Samples;
import org.jspecify.annotations.Nullable;

/** The market of every day of a history; each day depends on itself and earlier days only. */
public final class MarketHistory {

    private static final int SHORT_TREND = 50;
    private static final int LONG_TREND = 200;
    private static final int VOLATILITY_DAYS = 30;
    private static final int VOLATILITY_HISTORY = 365;
    private static final int DAYS_PER_YEAR = 365;
    private static final int FEWEST_TOKENS = 10;

    private final MarketInput input;
    private final RegimeRules rules;
    private final double[] levels;
    private final double[] volatilities;
    private final double[][] closes;

    private MarketHistory(MarketInput input, RegimeRules rules) {
        this.input = input;
        this.rules = rules;
        this.levels = CapWeightedMarket.levels(input);
        this.volatilities = volatilities(input);
        Grid close = input.close();
        this.closes = new double[close.tokens()][];
        for (int token = 0; token < closes.length; token++) {
            closes[token] = Arrays.copyOfRange(close.values(), close.offset(token), close.offset(token) + close.days());
        }
    }

    /** One record for each day of the input. */
    public static List<MarketDay> of(MarketInput input, RegimeRules rules) {
        MarketHistory history = new MarketHistory(input, rules);
        RegimeMachine machine = new RegimeMachine(rules);
        List<MarketDay> days = new ArrayList<>();
        RegimeState state = RegimeState.initial();
        for (int day = 0; day < input.close().days(); day++) {
            MarketDay next = history.day(day, state, machine);
            days.add(next);
            state = next.state();
        }
        return days;
    }

    private MarketDay day(int day, RegimeState before, RegimeMachine machine) {
        int[] members = members(day);
        @Nullable Double above50 = above(members, day, SHORT_TREND);
        MarketVotes votes = new MarketVotes(trendVote(day), breadthVote(above50), volatilityVote(day));
        @Nullable Double score = score(votes);
        double total = cap(members, day);
        return new MarketDay(
                input.firstDay().plusDays(day),
                members.length,
                total > 0 ? total : null,
                dominance("BTC", day, total),
                dominance("ETH", day, total),
                levels[day],
                day == 0 ? null : known(CapWeightedMarket.simpleReturn(input, day)),
                known(volatilities[day] * Math.sqrt(DAYS_PER_YEAR)),
                above50,
                above(members, day, LONG_TREND),
                advancing(members, day),
                highGrades(members, day),
                votes,
                score,
                machine.step(before, score == null ? Double.NaN : score));
    }

    private int[] members(int day) {
        int[] members = new int[input.close().tokens()];
        int count = 0;
        for (int token = 0; token < members.length; token++) {
            if (input.member().get(token, day) > 0) {
                members[count++] = token;
            }
        }
        return Arrays.copyOf(members, count);
    }

    private double cap(int[] members, int day) {
        double total = 0;
        for (int token : members) {
            double cap = input.marketCap().get(token, day);
            total += Double.isNaN(cap) ? 0 : cap;
        }
        return total;
    }

    private @Nullable Double dominance(String symbol, int day, double total) {
        int token = input.symbols().indexOf(symbol);
        if (token < 0 || !(input.member().get(token, day) > 0)) {
            return null;
        }
        return known(input.marketCap().get(token, day) / total);
    }

    private @Nullable Double above(int[] members, int day, int window) {
        double[] distances = Arrays.stream(members)
                .mapToDouble(token -> Trend.at(closes[token], day, window))
                .toArray();
        return share(distances.length, i -> !Double.isNaN(distances[i]), i -> distances[i] > 0);
    }

    private @Nullable Double advancing(int[] members, int day) {
        if (day == 0) {
            return null;
        }
        return share(
                members.length,
                i -> !Double.isNaN(closes[members[i]][day] / closes[members[i]][day - 1]),
                i -> closes[members[i]][day] > closes[members[i]][day - 1]);
    }

    private @Nullable Double highGrades(int[] members, int day) {
        Grid grade = input.traderGrade();
        return share(
                members.length, i -> grade.has(members[i], day), i -> grade.get(members[i], day) >= rules.highGrade());
    }

    /** Share of those counted that hold; absent when fewer than {@link #FEWEST_TOKENS} are counted. */
    private static @Nullable Double share(int size, IntPredicate counted, IntPredicate holds) {
        int all = 0;
        int those = 0;
        for (int i = 0; i < size; i++) {
            if (counted.test(i)) {
                all++;
                those += holds.test(i) ? 1 : 0;
            }
        }
        return all < FEWEST_TOKENS ? null : (double) those / all;
    }

    private @Nullable Double trendVote(int day) {
        if (day + 1 < SHORT_TREND) {
            return null;
        }
        double fromShort = Math.clamp(Trend.at(levels, day, SHORT_TREND) / 0.10, -1.0, 1.0);
        if (day + 1 < LONG_TREND) {
            return fromShort;
        }
        double averages = (1 + Trend.at(levels, day, LONG_TREND)) / (1 + Trend.at(levels, day, SHORT_TREND)) - 1;
        return (fromShort + Math.clamp(averages / 0.15, -1.0, 1.0)) / 2;
    }

    private static @Nullable Double breadthVote(@Nullable Double above50) {
        return above50 == null ? null : Math.clamp((above50 - 0.5) / 0.25, -1.0, 1.0);
    }

    /** From the share of the last year's volatilities that are at most the day's: 0 up to the median, -1 from 90 %. */
    private @Nullable Double volatilityVote(int day) {
        int from = Math.max(0, day - VOLATILITY_HISTORY + 1);
        double[] known = Arrays.stream(volatilities, from, day + 1)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (Double.isNaN(volatilities[day]) || known.length < VOLATILITY_HISTORY / 4) {
            return null;
        }
        double rank = (double) Arrays.stream(known)
                        .filter(value -> value <= volatilities[day])
                        .count()
                / known.length;
        return 0 - Math.clamp((rank - 0.5) / 0.4, 0.0, 1.0);
    }

    private @Nullable Double score(MarketVotes votes) {
        Double trend = votes.trend();
        Double breadth = votes.breadth();
        Double volatility = votes.volatility();
        if (trend == null || breadth == null) {
            return null;
        }
        return rules.trendWeight() * trend
                + rules.breadthWeight() * breadth
                + rules.volatilityWeight() * (volatility == null ? 0 : volatility);
    }

    private static double[] volatilities(MarketInput input) {
        double[] returns = new double[input.close().days()];
        double[] volatilities = new double[returns.length];
        for (int day = 0; day < returns.length; day++) {
            returns[day] = day == 0 ? Double.NaN : CapWeightedMarket.simpleReturn(input, day);
            double[] window = Arrays.stream(returns, Math.max(0, day - VOLATILITY_DAYS + 1), day + 1)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            volatilities[day] = window.length < 20 ? Double.NaN : Samples.standardDeviation(window);
        }
        return volatilities;
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
