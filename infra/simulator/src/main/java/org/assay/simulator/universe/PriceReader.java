package org.assay.simulator.universe;

import java.util.Arrays;
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
    private double[] quoteLogs = {};

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

    /**
     * The logarithms of a market's middle price at whole minutes.
     *
     * @param fromUs the first of these minutes
     * @param into one for each minute
     * @param count how many minutes
     */
    public void logMids(Market market, long fromUs, double[] into, int count) {
        if (quoteLogs.length < count) {
            quoteLogs = new double[count];
        }
        logsUsd(market.base().model(), fromUs, into, count);
        logsUsd(market.quote().model(), fromUs, quoteLogs, count);
        for (int i = 0; i < count; i++) {
            into[i] -= quoteLogs[i];
        }
        ofMarkets[market.index()].addMinutes(fromUs, into, count);
    }

    private void logsUsd(int asset, long fromUs, double[] into, int count) {
        AssetModel model = universe.models().get(asset);
        Arrays.fill(into, 0, count, model.baseLog());
        ofAssets[asset].addMinutes(fromUs, into, count);
        for (AssetModel.Loading loading : model.loadings()) {
            cursor(loading.factor()).addMinutes(fromUs, loading.weight(), into, count);
        }
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
