package org.assay.ratings.baseline;

import java.util.Arrays;
import java.util.List;
import org.assay.ratings.evaluation.Ranks;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.universe.Universe;

/**
 * A grade from several features: the mean of their percentile ranks, turned round where the sign is negative; a missing
 * feature counts as the middle.
 *
 * @param label the name in the protocol's tables
 * @param parts the features with their signs
 */
public record Composite(String label, List<Part> parts) {

    /** One feature of a composite, with 1 or -1. */
    public record Part(String feature, int sign) {}

    private static final double MIDDLE = 0.5;

    private static final List<Composite> ALL = List.of(
            of("C_trader_prior", "mom7 mom14 mom30 dist20 rsi14 high365 surge"),
            of("C_trader_dev", "-vol30 -max30 -skew60 -mom1 -surge -amihud30 high365"),
            of("C_investor_prior", "-vol90 -size -amihud30 -dilution365 mom365_30 high365 -beta90"),
            of("C_investor_dev", "-vol90 -max30 -skew60 -mom30 mom365_30 high365 -dilution365 -turnover"));

    public Composite {
        parts = List.copyOf(parts);
    }

    private static Composite of(String label, String features) {
        return new Composite(
                label,
                List.of(features.split(" ")).stream()
                        .map(name -> name.startsWith("-") ? new Part(name.substring(1), -1) : new Part(name, 1))
                        .toList());
    }

    /** All of the protocol. */
    public static List<Composite> all() {
        return ALL;
    }

    /** The grade of every token of the universe and day, 0 to 1. */
    public Grid grades(ProtocolFeatures features, Universe universe) {
        List<Grid> grids =
                parts.stream().map(part -> features.feature(part.feature())).toList();
        Grid out = Grid.missing(grids.getFirst().tokens(), grids.getFirst().days());
        for (int day = 0; day < out.days(); day++) {
            int[] members = universe.members(day);
            double[] sums = new double[members.length];
            for (int part = 0; part < parts.size(); part++) {
                add(sums, members, day, grids.get(part), parts.get(part).sign());
            }
            for (int i = 0; i < members.length; i++) {
                out.set(members[i], day, sums[i] / parts.size());
            }
        }
        return out;
    }

    private static void add(double[] sums, int[] members, int day, Grid grid, int sign) {
        double[] present = Arrays.stream(members)
                .mapToDouble(token -> grid.get(token, day))
                .filter(Double::isFinite)
                .toArray();
        double[] ranks = Ranks.average(present);
        int next = 0;
        for (int i = 0; i < members.length; i++) {
            double percentile = grid.has(members[i], day) ? (ranks[next++] - MIDDLE) / present.length : MIDDLE;
            sums[i] += sign > 0 ? percentile : 1 - percentile;
        }
    }
}
