package org.assay.ratings.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.ratings.panel.Grid;

/** The signals of a whole history, equal to those of the same periods taken one at a time. */
public final class SignalHistory {

    private SignalHistory() {}

    /**
     * One token's steps, one for each period.
     *
     * @param prices by period, NaN where missing
     * @param grades by period, 0 to 100, NaN where there is none
     */
    public static List<SignalStep> of(double[] prices, double[] grades, SignalRules rules) {
        SignalMachine machine = new SignalMachine(rules);
        List<SignalStep> steps = new ArrayList<>(grades.length);
        SignalState state = SignalState.initial();
        for (int period = 0; period < grades.length; period++) {
            SignalStep step = machine.step(state, grades[period], Trend.at(prices, period, rules.trendWindow()));
            steps.add(step);
            state = step.state();
        }
        return steps;
    }

    /** Every token's positions: -1, 0 or 1 for each period. */
    public static Grid positions(Grid prices, Grid grades, SignalRules rules) {
        Grid positions = Grid.missing(grades.tokens(), grades.days());
        for (int token = 0; token < grades.tokens(); token++) {
            List<SignalStep> steps = of(series(prices, token), series(grades, token), rules);
            for (int period = 0; period < steps.size(); period++) {
                positions.set(
                        token, period, steps.get(period).state().position().value());
            }
        }
        return positions;
    }

    private static double[] series(Grid grid, int token) {
        return Arrays.copyOfRange(grid.values(), grid.offset(token), grid.offset(token) + grid.days());
    }
}
