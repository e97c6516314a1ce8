package org.assay.ratings.signal;

import org.jspecify.annotations.Nullable;

/**
 * Turns grades and trend into positions, one period at a time. It is a pure function of the state and the period's two
 * numbers: the same inputs give the same positions, live and in history.
 */
public final class SignalMachine {

    private final SignalRules rules;

    public SignalMachine(SignalRules rules) {
        this.rules = rules;
    }

    /**
     * The state after one more period.
     *
     * @param state before
     * @param grade 0 to 100, NaN when there is none
     * @param trend of {@link Trend}, NaN when unknown
     */
    public SignalStep step(SignalState state, double grade, double trend) {
        int missing = Double.isNaN(grade) ? state.missing() + 1 : 0;
        int held = state.held() + 1;
        @Nullable Decision decision = decide(state.position(), held, missing, grade, trend);
        if (decision == null) {
            return new SignalStep(new SignalState(state.position(), held, missing), null);
        }
        SignalChange change =
                new SignalChange(state.position(), decision.to(), decision.reason(), known(grade), known(trend), held);
        return new SignalStep(new SignalState(decision.to(), 0, missing), change);
    }

    private @Nullable Decision decide(Position position, int held, int missing, double grade, double trend) {
        if (missing > 0) {
            boolean tooLong = position != Position.FLAT && missing > rules.missingLimit();
            return tooLong ? new Decision(Position.FLAT, SignalReason.GRADE_MISSING) : null;
        }
        if (position != Position.FLAT && held < rules.minimumHolding()) {
            return null;
        }
        @Nullable Decision entry = entry(grade, trend);
        if (entry != null) {
            return entry.to() == position ? null : entry;
        }
        return switch (position) {
            case FLAT -> null;
            case LONG -> exit(grade < rules.exitLong(), SignalReason.GRADE_BELOW_EXIT, -trend);
            case SHORT -> exit(grade > rules.exitShort(), SignalReason.GRADE_ABOVE_EXIT, trend);
        };
    }

    private @Nullable Decision entry(double grade, double trend) {
        if (grade >= rules.enterLong() && trend >= 0) {
            return new Decision(Position.LONG, SignalReason.GRADE_HIGH_IN_UPTREND);
        }
        if (grade <= rules.enterShort() && trend <= 0) {
            return new Decision(Position.SHORT, SignalReason.GRADE_LOW_IN_DOWNTREND);
        }
        return null;
    }

    /** @param against how far the price is on the position's wrong side of its average */
    private @Nullable Decision exit(boolean byGrade, SignalReason gradeReason, double against) {
        if (byGrade) {
            return new Decision(Position.FLAT, gradeReason);
        }
        return against > rules.trendBand() ? new Decision(Position.FLAT, SignalReason.TREND_TURNED) : null;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private record Decision(Position to, SignalReason reason) {}
}
