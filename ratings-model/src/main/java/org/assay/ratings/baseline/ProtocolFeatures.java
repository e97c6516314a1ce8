package org.assay.ratings.baseline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;

/**
 * The features of the protocol's section 5 under the names of its reference implementation, each computed when asked for.
 * A value is there only for tokens of the day's universe, and it follows from the rows up to that day alone.
 */
public final class ProtocolFeatures {

    private final Universe universe;
    private final Map<String, Supplier<Grid>> features = new LinkedHashMap<>();

    public ProtocolFeatures(Panel panel, Universe universe) {
        this.universe = universe;
        PriceSeries prices = new PriceSeries(panel);
        features.putAll(new PriceFeatures(panel, prices).all());
        features.putAll(new RiskFeatures(panel, prices).all());
        features.putAll(new SizeAndVolumeFeatures(panel, universe, prices).all());
    }

    public Set<String> names() {
        return Set.copyOf(features.keySet());
    }

    /**
     * One feature, computed anew at each call.
     *
     * @throws IllegalArgumentException when none is called so
     */
    public Grid feature(String name) {
        Supplier<Grid> feature = features.get(name);
        if (feature == null) {
            throw new IllegalArgumentException("no feature '" + name + "'");
        }
        return inUniverse(feature.get());
    }

    /** The deviation of daily log returns over 30 days, of which the vol-neutral IC is neutral. */
    public Grid volatility() {
        return feature("vol30");
    }

    private Grid inUniverse(Grid grid) {
        Grid out = Grid.missing(grid.tokens(), grid.days());
        for (int token = 0; token < grid.tokens(); token++) {
            for (int day = 0; day < grid.days(); day++) {
                double value = grid.get(token, day);
                if (Double.isFinite(value) && universe.contains(token, day)) {
                    out.set(token, day, value);
                }
            }
        }
        return out;
    }
}
