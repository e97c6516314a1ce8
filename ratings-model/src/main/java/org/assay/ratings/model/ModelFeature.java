package org.assay.ratings.model;

/**
 * A feature as a model uses it.
 *
 * @param id the feature's id in the catalog
 * @param direction how trees may use it: 1 when a higher rank may only speak for the token, -1 only against it, 0 as the
 *     data say
 * @param prior its weight in the part of the score that is known beforehand; 0 where it has none
 */
public record ModelFeature(String id, int direction, double prior) {

    public ModelFeature {
        if (direction < -1 || direction > 1 || prior * direction < 0) {
            throw new IllegalArgumentException(
                    "the direction of " + id + " is " + direction + ", its prior weight " + prior);
        }
    }
}
