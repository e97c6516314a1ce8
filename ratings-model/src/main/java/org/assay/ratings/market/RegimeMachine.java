package org.assay.ratings.market;

/** Turns daily scores into regimes with hysteresis; a pure function of state and score. */
public final class RegimeMachine {

    private final RegimeRules rules;

    public RegimeMachine(RegimeRules rules) {
        this.rules = rules;
    }

    /**
     * The state after one more day.
     *
     * @param score within [-1, 1]; NaN when unknown, which keeps the regime and starts its confirmation anew
     */
    public RegimeState step(RegimeState state, double score) {
        MarketRegime called = Double.isNaN(score) ? state.regime() : called(state.regime(), score);
        if (called == state.regime()) {
            return new RegimeState(state.regime(), state.days() + 1, state.regime(), 0);
        }
        int confirmations = called == state.candidate() ? state.confirmations() + 1 : 1;
        return confirmations >= rules.confirmDays()
                ? new RegimeState(called, 0, called, 0)
                : new RegimeState(state.regime(), state.days() + 1, called, confirmations);
    }

    private MarketRegime called(MarketRegime current, double score) {
        if (score >= rules.enter()) {
            return MarketRegime.BULL;
        }
        if (score <= -rules.enter()) {
            return MarketRegime.BEAR;
        }
        boolean stays =
                switch (current) {
                    case BULL -> score >= rules.leave();
                    case BEAR -> score <= -rules.leave();
                    case NEUTRAL -> true;
                };
        return stays ? current : MarketRegime.NEUTRAL;
    }
}
