package org.assay.ratings.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The market after the close of a day. What its inputs do not allow is absent.
 *
 * @param day the UTC day
 * @param tokens members of the universe
 * @param totalCap sum of the members' market capitalisations in USD, of those that are known
 * @param btcDominance share of BTC in {@code totalCap}
 * @param ethDominance share of ETH in {@code totalCap}
 * @param level of the capitalisation-weighted market, chained from 1000 on the first day
 * @param dayReturn of that level
 * @param volatility of its daily returns over 30 days, annualised with 365
 * @param above50 share of members above their 50-day average
 * @param above200 share of members above their 200-day average
 * @param advancing share of members that rose on the day
 * @param highGrades share of the graded members whose trader grade is high
 * @param votes what the score is made of
 * @param score within [-1, 1]
 * @param state regime and since when
 */
public record MarketDay(
        LocalDate day,
        int tokens,
        @Nullable Double totalCap,
        @Nullable Double btcDominance,
        @Nullable Double ethDominance,
        double level,
        @Nullable Double dayReturn,
        @Nullable Double volatility,
        @Nullable Double above50,
        @Nullable Double above200,
        @Nullable Double advancing,
        @Nullable Double highGrades,
        MarketVotes votes,
        @Nullable Double score,
        RegimeState state) {}
