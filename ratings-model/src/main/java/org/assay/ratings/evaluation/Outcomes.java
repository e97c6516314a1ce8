package org.assay.ratings.evaluation;

import java.time.LocalDate;
import java.util.Arrays;
import org.assay.ratings.panel.BadPrints;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;

/**
 * What became of every token bought after every day: simple returns over one horizon, missing where a token-day cannot be
 * judged, and the days on which enough tokens can.
 */
public final class Outcomes {

    private static final int LEAST_TOKENS = 30;

    private final Panel panel;
    private final Horizon horizon;
    private final Period period;
    private final Universe universe;
    private final Grid returns;
    private final int[] days;

    private Outcomes(Panel panel, Horizon horizon, Period period, Universe universe, Grid returns, int[] days) {
        this.panel = panel;
        this.horizon = horizon;
        this.period = period;
        this.universe = universe;
        this.returns = returns;
        this.days = days;
    }

    /** The outcomes by the protocol's rules. */
    public static Outcomes of(Panel panel, Universe universe, Horizon horizon, Period period) {
        return of(panel, universe, horizon, period, HoldingRules.ofProtocol());
    }

    /** The outcomes by other rules, to see what hangs on them. */
    public static Outcomes of(Panel panel, Universe universe, Horizon horizon, Period period, HoldingRules rules) {
        Grid returns = returns(panel, horizon.days(), rules);
        int[] days = new int[panel.days()];
        int count = 0;
        for (int day = 0; day < panel.days(); day++) {
            if (period.holds(panel, day, rules.delay(), horizon.days())
                    && judged(universe, returns, day) >= LEAST_TOKENS) {
                days[count++] = day;
            }
        }
        return new Outcomes(panel, horizon, period, universe, returns, Arrays.copyOf(days, count));
    }

    private static int judged(Universe universe, Grid returns, int day) {
        int judged = 0;
        for (int token : universe.members(day)) {
            judged += returns.has(token, day) ? 1 : 0;
        }
        return judged;
    }

    private static Grid returns(Panel panel, int length, HoldingRules rules) {
        Grid close = panel.close();
        BadPrints badPrints = new BadPrints(close);
        Grid returns = Grid.missing(panel.tokens(), panel.days());
        for (int token = 0; token < panel.tokens(); token++) {
            int last = last(close, token);
            boolean cut = SourceEnds.cut(panel, last);
            double mark = Double.NaN;
            for (int exit = 0; exit < panel.days(); exit++) {
                mark = close.has(token, exit) ? close.get(token, exit) : mark;
                int entry = exit - length;
                int day = entry - rules.delay();
                if (day < 0 || (exit > last && cut) || badPrints.at(token, entry) || badPrints.at(token, exit)) {
                    continue;
                }
                double simple = mark / close.get(token, entry) - 1.0;
                boolean ended = exit > last && rules.haircut() > 0;
                returns.set(token, day, ended ? (1 + simple) * (1 - rules.haircut()) - 1 : simple);
            }
        }
        return returns;
    }

    private static int last(Grid close, int token) {
        for (int day = close.days() - 1; day >= 0; day--) {
            if (close.has(token, day)) {
                return day;
            }
        }
        return -1;
    }

    public Horizon horizon() {
        return horizon;
    }

    public Period period() {
        return period;
    }

    /** Simple returns by the day of the signal. */
    public Grid returns() {
        return returns;
    }

    /** The signal days of the period on which at least 30 tokens of the universe can be judged, ascending. */
    public int[] days() {
        return days.clone();
    }

    /** Whether a token counts on a day: it is of the universe and its return is known. */
    public boolean counts(int token, int day) {
        return universe.contains(token, day) && returns.has(token, day);
    }

    /** The tokens that count on a day, in the order of their symbols. */
    public int[] tokens(int day) {
        return Arrays.stream(universe.members(day))
                .filter(token -> returns.has(token, day))
                .toArray();
    }

    /** The mean return of all that counts, on every day that can be judged. */
    public DailySeries universeReturns() {
        return new DailySeries(
                Arrays.stream(days).mapToObj(panel::day).toArray(LocalDate[]::new),
                Arrays.stream(days).mapToDouble(this::universeReturn).toArray());
    }

    private double universeReturn(int day) {
        return Statistics.mean(Arrays.stream(tokens(day))
                .mapToDouble(token -> returns.get(token, day))
                .toArray());
    }
}
