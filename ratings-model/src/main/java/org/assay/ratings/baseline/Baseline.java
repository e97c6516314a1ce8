package org.assay.ratings.baseline;

import java.util.List;
import org.assay.ratings.panel.Grid;

/**
 * A grade from one feature: the feature itself, or its negative.
 *
 * @param label the name in the protocol's tables
 * @param feature the feature's name
 * @param sign 1 or -1
 */
public record Baseline(String label, String feature, int sign) {

    /** The one that models are held against. */
    public static final Baseline LOW_RANGE = new Baseline("range14(low)", "range14", -1);

    private static final List<Baseline> ALL = List.of(
            new Baseline("mom7", "mom7", 1),
            new Baseline("mom14", "mom14", 1),
            new Baseline("mom21", "mom21", 1),
            new Baseline("mom30", "mom30", 1),
            new Baseline("mom90", "mom90", 1),
            new Baseline("rev1", "mom1", -1),
            new Baseline("rev3", "mom3", -1),
            new Baseline("rev7", "mom7", -1),
            new Baseline("size(small)", "size", 1),
            new Baseline("lowvol30", "vol30", -1),
            new Baseline("illiq", "amihud30", 1),
            new Baseline("surge", "surge", 1),
            new Baseline("dist20", "dist20", 1),
            new Baseline("dist50", "dist50", 1),
            new Baseline("dist200", "dist200", 1),
            new Baseline("rsi14", "rsi14", 1),
            new Baseline("lowmax30", "max30", -1),
            new Baseline("lowbeta90", "beta90", -1),
            new Baseline("high365", "high365", 1),
            new Baseline("mom180", "mom180", 1),
            new Baseline("mom365_30", "mom365_30", 1),
            new Baseline("lowturnover", "turnover", -1),
            new Baseline("lowdilution90", "dilution90", -1),
            new Baseline("lowdilution365", "dilution365", -1),
            new Baseline("age", "age", 1),
            new Baseline("lowskew60", "skew60", -1),
            LOW_RANGE,
            new Baseline("dd90", "dd90", 1));

    /** All of the protocol. */
    public static List<Baseline> all() {
        return ALL;
    }

    /** The baseline's grade of every token and day, higher being better; on no fixed scale. */
    public Grid grades(ProtocolFeatures features) {
        Grid grid = features.feature(feature);
        return sign > 0 ? grid : Cells.map(grid, value -> -value);
    }
}
