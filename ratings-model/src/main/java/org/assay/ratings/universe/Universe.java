package org.assay.ratings.universe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/**
 * The tokens of each day: the largest by capitalisation among those that trade, have a history and are not excluded, filled
 * up by volume where too few capitalisations are known. A day's members follow from the rows up to that day alone.
 */
public final class Universe {

    private static final int VOLUME_DAYS = 30;
    private static final int LEAST_VOLUMES = 10;

    private final int tokens;
    private final int days;
    private final Grid medianVolume;
    private final BitSet members = new BitSet();

    private Universe(Panel panel, int from) {
        this.tokens = panel.tokens();
        this.days = panel.days();
        this.medianVolume = Rolling.over(
                panel.volume(),
                Math.max(0, from - VOLUME_DAYS + 1),
                () -> Rolling.median(new Window(VOLUME_DAYS, LEAST_VOLUMES)));
    }

    /** The universe of the evaluation protocol. */
    public static Universe of(Panel panel) {
        return of(panel, ExclusionList.ofProtocol(), UniverseRules.ofProtocol());
    }

    /** A universe by rules of one's own. */
    public static Universe of(Panel panel, ExclusionList exclusions, UniverseRules rules) {
        return of(panel, exclusions, rules, 0, panel.days());
    }

    /** A universe that is empty but on the days from {@code from} (inclusive) to {@code to} (exclusive), which spares the work. */
    public static Universe of(Panel panel, ExclusionList exclusions, UniverseRules rules, int from, int to) {
        Universe universe = new Universe(panel, from);
        BitSet eligible = eligible(panel, exclusions, rules);
        for (int day = from; day < to; day++) {
            universe.choose(panel, day, eligible, rules);
        }
        return universe;
    }

    /** Whether a token belongs to a day's universe. */
    public boolean contains(int token, int day) {
        return members.get(token * days + day);
    }

    /** A day's tokens in the order of their symbols. */
    public int[] members(int day) {
        int[] found = new int[tokens];
        int count = 0;
        for (int token = 0; token < tokens; token++) {
            if (contains(token, day)) {
                found[count++] = token;
            }
        }
        return java.util.Arrays.copyOf(found, count);
    }

    /** The median of the daily volumes of the last 30 days in USD, missing with fewer than 10 of them. */
    public Grid medianVolume() {
        return medianVolume;
    }

    /** Tokens and days with a close on each of the last days and enough closes so far. */
    private static BitSet eligible(Panel panel, ExclusionList exclusions, UniverseRules rules) {
        BitSet eligible = new BitSet();
        for (int token = 0; token < panel.tokens(); token++) {
            if (exclusions.find(panel.symbols().get(token)).isPresent()) {
                continue;
            }
            int closes = 0;
            int running = 0;
            for (int day = 0; day < panel.days(); day++) {
                boolean has = panel.close().has(token, day);
                closes += has ? 1 : 0;
                running = has ? running + 1 : 0;
                if (running >= rules.freshDays() && closes >= rules.leastHistory()) {
                    eligible.set(token * panel.days() + day);
                }
            }
        }
        return eligible;
    }

    private void choose(Panel panel, int day, BitSet eligible, UniverseRules rules) {
        List<Integer> capped = new ArrayList<>();
        List<Integer> uncapped = new ArrayList<>();
        for (int token = 0; token < tokens; token++) {
            if (!eligible.get(token * days + day)) {
                continue;
            }
            double volume = medianVolume.get(token, day);
            if (panel.marketCap().has(token, day)) {
                if (Double.isNaN(volume) || volume >= rules.leastVolume()) {
                    capped.add(token);
                }
            } else if (volume >= rules.leastVolumeWithoutCap()) {
                uncapped.add(token);
            }
        }
        take(capped, panel.marketCap(), day, rules.size());
        take(uncapped, medianVolume, day, rules.size() - Math.min(capped.size(), rules.size()));
    }

    /** Takes the first ones by value, equals in the order of their symbols (the sort is stable). */
    private void take(List<Integer> candidates, Grid by, int day, int most) {
        candidates.sort(Comparator.comparingDouble((Integer token) -> by.get(token, day))
                .reversed());
        for (int token : candidates.subList(0, Math.min(most, candidates.size()))) {
            members.set(token * days + day);
        }
    }
}
