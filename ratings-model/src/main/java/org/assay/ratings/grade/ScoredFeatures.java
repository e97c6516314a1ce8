package org.assay.ratings.grade;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.ratings.feature.Feature;
import org.assay.ratings.feature.FeatureContext;
import org.assay.ratings.feature.Membership;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;

/**
 * The features of some days of a panel. A feature is computed from little more history than it can depend on, which changes
 * no bit of it.
 */
final class ScoredFeatures {

    /** Features with about the same warm-up share a history. */
    private static final int[] WARM_UPS = {20, 45, 110};

    private final Panel panel;
    private final Membership universe;
    private final int from;
    private final int to;
    private final Map<Integer, FeatureContext> contexts = new HashMap<>();
    private final Map<String, Grid> grids = new LinkedHashMap<>();

    /** Features of the days from {@code from} (inclusive) to {@code to} (exclusive) of a panel. */
    ScoredFeatures(Panel panel, Membership universe, int from, int to) {
        this.panel = panel;
        this.universe = universe;
        this.from = from;
        this.to = to;
    }

    /** The feature of all tokens; day 0 of the grid is the first of the days. */
    Grid grid(Feature feature) {
        return grids.computeIfAbsent(feature.id(), id -> compute(feature));
    }

    private Grid compute(Feature feature) {
        int start = Math.max(0, from - history(feature.warmUpDays()));
        Grid all = feature.compute(contexts.computeIfAbsent(start, this::context));
        return Slice.of(all, from - start, to - start);
    }

    private FeatureContext context(int start) {
        Membership members = (token, day) -> universe.contains(token, day + start);
        return FeatureContext.from(Slice.of(panel, start, to), members, from - start);
    }

    private static int history(int warmUpDays) {
        for (int days : WARM_UPS) {
            if (warmUpDays <= days) {
                return days;
            }
        }
        return warmUpDays;
    }
}
