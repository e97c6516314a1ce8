package org.assay.signals.rating.daily;

import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;
import org.assay.ratings.universe.UniverseRules;
import org.assay.signals.rating.TokenCatalogue;

/**
 * A panel with its universe.
 *
 * @param panel daily bars
 * @param member 1 where a token belongs to the universe after that day's close, 0 elsewhere
 */
record DayPanel(Panel panel, Grid member) {

    static DayPanel of(Panel panel, TokenCatalogue catalogue) {
        Universe universe = Universe.of(panel, catalogue.exclusions(), UniverseRules.ofProtocol());
        Grid member = Grid.missing(panel.tokens(), panel.days());
        for (int token = 0; token < panel.tokens(); token++) {
            for (int day = 0; day < panel.days(); day++) {
                member.set(token, day, universe.contains(token, day) ? 1 : 0);
            }
        }
        return new DayPanel(panel, member);
    }

    /** The index of a day that is counted from the epoch. */
    int index(int day) {
        return Math.toIntExact(day - panel.firstDay().toEpochDay());
    }

    /** Whether any capitalisation is known on a day. */
    boolean hasCaps(int index) {
        for (int token = 0; token < panel.tokens(); token++) {
            if (panel.marketCap().has(token, index)) {
                return true;
            }
        }
        return false;
    }
}
