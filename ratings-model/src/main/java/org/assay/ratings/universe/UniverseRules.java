package org.assay.ratings.universe;

/**
 * What a token must show to belong to a day's universe.
 *
 * @param size how many tokens at most
 * @param freshDays on how many days, the last one included, it must have a close
 * @param leastHistory how many closes it must have had so far
 * @param leastVolume median daily volume in USD that a token of known capitalisation needs, where the median is known
 * @param leastVolumeWithoutCap the same for a token of unknown capitalisation
 */
public record UniverseRules(
        int size, int freshDays, int leastHistory, double leastVolume, double leastVolumeWithoutCap) {

    /** Those of the evaluation protocol. */
    public static UniverseRules ofProtocol() {
        return new UniverseRules(100, 7, 60, 100_000, 1_000_000);
    }
}
