package org.assay.ratings.index;

import org.jspecify.annotations.Nullable;

/**
 * The rules of an index, as {@link IndexRulesReader} reads them.
 *
 * @param id stable name
 * @param name for people
 * @param description what it is for
 * @param eligibility which tokens it may hold
 * @param rankBy what they are ordered by
 * @param count how many it holds
 * @param buffer a constituent stays while its rank is at most count + buffer, a newcomer enters at once from rank
 *     count - buffer
 * @param minCount fewest eligible tokens with which the index begins
 * @param weights what weights are proportional to
 * @param maxWeight highest weight of a constituent after a rebalance; what lies above is spread over the others
 * @param rebalance when it is reviewed
 * @param bearAsset symbol of the stablecoin that is held alone in a bear market; absent: the index stays invested
 * @param costBasisPoints cost of each traded USD in 0.01 %
 * @param noPriceDays days without a price after which a constituent is sold at its last print
 */
public record IndexRules(
        String id,
        String name,
        String description,
        Eligibility eligibility,
        RankBy rankBy,
        int count,
        int buffer,
        int minCount,
        WeightScheme weights,
        double maxWeight,
        Rebalance rebalance,
        @Nullable String bearAsset,
        double costBasisPoints,
        int noPriceDays) {

    /** Where the proceeds of a constituent without price lie until the next rebalance, when no {@code bearAsset} is set. */
    public static final String CASH = "USD";

    /** The level of the first day. */
    public static final double FIRST_LEVEL = 1000;

    /** What is held in place of tokens: the stablecoin, or US dollars. */
    public String reserve() {
        return bearAsset == null ? CASH : bearAsset;
    }

    /** Cost of each traded USD as a fraction. */
    double costRate() {
        return costBasisPoints / 10_000;
    }
}
