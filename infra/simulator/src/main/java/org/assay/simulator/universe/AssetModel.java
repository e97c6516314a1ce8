package org.assay.simulator.universe;

import org.assay.simulator.path.Deviation;

/**
 * How the price of an asset in US dollars comes about: the logarithm is a sum of factors.
 *
 * @param baseLog the logarithm of the price when all factors are 0
 * @param factors places of the factors in the universe
 * @param weights their weights, one each
 * @param deviation a small deviation of its own
 * @param basePrice the price when all factors are 0
 */
record AssetModel(double baseLog, int[] factors, double[] weights, Deviation deviation, double basePrice) {

    static AssetModel of(double basePrice, int[] factors, double[] weights, Deviation deviation) {
        return new AssetModel(StrictMath.log(basePrice), factors, weights, deviation, basePrice);
    }

    /** The same movement at another level: what a wrapped token does. */
    AssetModel scaled(double ratio, Deviation own) {
        return of(basePrice * ratio, factors, weights, own);
    }
}
