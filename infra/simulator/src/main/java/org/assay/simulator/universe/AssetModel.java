package org.assay.simulator.universe;

import java.util.List;
import org.assay.simulator.path.Deviation;

/**
 * How the price of an asset in US dollars comes about: the logarithm is a sum of factors.
 *
 * @param baseLog the logarithm of the price when all factors are 0
 * @param loadings what moves it
 * @param deviation a small deviation of its own
 * @param basePrice the price when all factors are 0
 */
record AssetModel(double baseLog, List<Loading> loadings, Deviation deviation, double basePrice) {

    AssetModel {
        loadings = List.copyOf(loadings);
    }

    /**
     * How much of a factor is in the price.
     *
     * @param factor its place in the universe
     */
    record Loading(int factor, double weight) {}

    static AssetModel of(double basePrice, List<Loading> loadings, Deviation deviation) {
        return new AssetModel(StrictMath.log(basePrice), loadings, deviation, basePrice);
    }

    /** The same movement at another level: what a wrapped token does. */
    AssetModel scaled(double ratio, Deviation own) {
        return of(basePrice * ratio, loadings, own);
    }
}
