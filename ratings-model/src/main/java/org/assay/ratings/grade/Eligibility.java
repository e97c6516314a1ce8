package org.assay.ratings.grade;

import java.util.Optional;
import org.assay.ratings.feature.Membership;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.ExclusionList;

/** Which tokens can be graded on a day: a close on each of the last 7 days and at least 60 closes so far. */
public final class Eligibility implements Membership {

    static final int FRESH_DAYS = 7;
    static final int LEAST_CLOSES = 60;

    private final int days;
    private final int[] closes;
    private final int[] run;
    private final boolean[] excluded;

    private Eligibility(int days, int[] closes, int[] run, boolean[] excluded) {
        this.days = days;
        this.closes = closes;
        this.run = run;
        this.excluded = excluded;
    }

    /** The tokens of a panel, without those that are never graded. */
    public static Eligibility of(Panel panel) {
        return of(panel, ExclusionList.ofProtocol());
    }

    /** The tokens of a panel, without those of a list of one's own. */
    public static Eligibility of(Panel panel, ExclusionList exclusions) {
        boolean[] excluded = new boolean[panel.tokens()];
        for (int i = 0; i < excluded.length; i++) {
            excluded[i] = exclusions.find(panel.symbols().get(i)).isPresent();
        }
        Grid close = panel.close();
        int[] closes = new int[close.values().length];
        int[] run = new int[closes.length];
        for (int i = 0; i < panel.tokens(); i++) {
            int count = 0;
            int length = 0;
            for (int t = 0; t < panel.days(); t++) {
                boolean present = close.has(i, t);
                count += present ? 1 : 0;
                length = present ? length + 1 : 0;
                closes[close.offset(i) + t] = count;
                run[close.offset(i) + t] = length;
            }
        }
        return new Eligibility(panel.days(), closes, run, excluded);
    }

    @Override
    public boolean contains(int token, int day) {
        int at = token * days + day;
        return !excluded[token] && run[at] >= FRESH_DAYS && closes[at] >= LEAST_CLOSES;
    }

    /** Whether the token has had a close by that day. */
    boolean seen(int token, int day) {
        return closes[token * days + day] > 0;
    }

    /** Why a token cannot be graded; empty where it can. */
    Optional<NoGradeReason> reason(int token, int day) {
        int at = token * days + day;
        if (excluded[token]) {
            return Optional.of(NoGradeReason.EXCLUDED);
        }
        if (run[at] == 0) {
            return Optional.of(NoGradeReason.NO_CLOSE_TODAY);
        }
        if (closes[at] < LEAST_CLOSES) {
            return Optional.of(NoGradeReason.TOO_SHORT_HISTORY);
        }
        return run[at] < FRESH_DAYS ? Optional.of(NoGradeReason.GAP_IN_LAST_7_DAYS) : Optional.empty();
    }
}
