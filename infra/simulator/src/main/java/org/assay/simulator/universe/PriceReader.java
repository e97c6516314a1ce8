package org.assay.simulator.universe;

import java.util.List;
import org.assay.simulator.path.DeviationCursor;
import org.assay.simulator.path.FactorCursor;
import org.jspecify.annotations.Nullable;

/** Reads prices of the universe at any moment; cheapest when read forward. One thread at a time. */
public final class PriceReader {

    private final Universe universe;
    private final @Nullable FactorCursor[] cursors;
    private final DeviationCursor[] ofAssets;
    private final DeviationCursor[] ofMarkets;

    /** A reader of this universe's prices. */
    public PriceReader(Universe universe) {
        this.universe = universe;
        this.cursors = new FactorCursor[universe.factors().size()];
        this.ofAssets = universe.models().stream()
                .map(model -> new DeviationCursor(model.deviation()))
                .toArray(DeviationCursor[]::new);
        this.ofMarkets = universe.markets().stream()
                .map(market -> new DeviationCursor(market.offset()))
                .toArray(DeviationCursor[]::new);
    }

    /**
     * The logarithm of a market's middle price, in quote units.
     *
     * @param timeUs microseconds since 1970
     */
    public double logMid(Market market, long timeUs) {
        return logUsd(market.base().model(), timeUs)
                - logUsd(market.quote().model(), timeUs)
                + ofMarkets[market.index()].at(timeUs);
    }

    private double logUsd(int asset, long timeUs) {
        AssetModel model = universe.models().get(asset);
        double sum = model.baseLog() + ofAssets[asset].at(timeUs);
        List<AssetModel.Loading> loadings = model.loadings();
        for (int i = 0; i < loadings.size(); i++) {
            AssetModel.Loading loading = loadings.get(i);
            sum += loading.weight() * cursor(loading.factor()).at(timeUs);
        }
        return sum;
    }

    private FactorCursor cursor(int factor) {
        FactorCursor cursor = cursors[factor];
        if (cursor == null) {
            cursor = new FactorCursor(universe.factors().get(factor));
            cursors[factor] = cursor;
        }
        return cursor;
    }
}
