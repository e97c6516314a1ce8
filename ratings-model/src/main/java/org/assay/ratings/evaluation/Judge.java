package org.assay.ratings.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;

/** Holds grades against what became of the tokens. */
public final class Judge {

    private static final int TOP = DayScore.QUINTILES - 1;

    private final Panel panel;
    private final Universe universe;
    private final Grid volatility;
    private final int bitcoin;

    /** @param volatility what the vol-neutral IC is neutral of: the protocol's 30-day deviation */
    public Judge(Panel panel, Universe universe, Grid volatility) {
        this.panel = panel;
        this.universe = universe;
        this.volatility = volatility;
        this.bitcoin = panel.token("BTC");
    }

    /** Scores each day of the outcomes. A day on which all grades or all returns are equal has no score. */
    public DailyScores score(Grid grades, Outcomes outcomes) {
        Columns columns = new Columns();
        Map<Integer, Optional<Formation>> formations = new HashMap<>();
        Deciles deciles = new Deciles();
        int length = outcomes.horizon().days();
        for (int day : outcomes.days()) {
            Optional<Formation> formation = formation(formations, grades, day);
            if (formation.isEmpty()) {
                continue;
            }
            DayScore score = new DayScore(formation.get(), outcomes, day);
            if (!Double.isFinite(score.ic())) {
                continue;
            }
            score.addTo(deciles);
            Optional<Formation> before = day < length ? Optional.empty() : formation(formations, grades, day - length);
            columns.add(day, scores(score, day, outcomes), turnover(formation.get(), before));
        }
        return columns.scores(outcomes.horizon(), deciles.table(0));
    }

    private Optional<Formation> formation(Map<Integer, Optional<Formation>> known, Grid grades, int day) {
        return known.computeIfAbsent(day, any -> Formation.of(universe, grades, day));
    }

    private double[] scores(DayScore score, int day, Outcomes outcomes) {
        double[] scores = new double[Columns.TURNOVER];
        scores[Columns.IC] = score.ic();
        scores[Columns.VOL_NEUTRAL] = score.volNeutralIc(volatility, day);
        scores[Columns.UNIVERSE] = score.universeReturn();
        scores[Columns.BITCOIN] = bitcoin < 0 ? Double.NaN : outcomes.returns().get(bitcoin, day);
        scores[Columns.HIT] = score.hit();
        for (int quintile = 0; quintile < DayScore.QUINTILES; quintile++) {
            scores[Columns.QUINTILE + quintile] = score.quintileReturn(quintile);
        }
        return scores;
    }

    private static double[] turnover(Formation now, Optional<Formation> before) {
        return new double[] {
            before.map(then -> now.turnover(then, TOP)).orElse(Double.NaN),
            before.map(then -> now.turnover(then, 0)).orElse(Double.NaN)
        };
    }

    /** The scores of the days so far, one row a day. */
    private final class Columns {

        private static final int IC = 0;
        private static final int VOL_NEUTRAL = 1;
        private static final int UNIVERSE = 2;
        private static final int BITCOIN = 3;
        private static final int HIT = 4;
        private static final int QUINTILE = 5;
        private static final int TURNOVER = QUINTILE + DayScore.QUINTILES;

        private final List<LocalDate> days = new ArrayList<>();
        private final List<double[]> rows = new ArrayList<>();

        private void add(int day, double[] scores, double[] turnover) {
            double[] row = Arrays.copyOf(scores, TURNOVER + turnover.length);
            System.arraycopy(turnover, 0, row, TURNOVER, turnover.length);
            days.add(panel.day(day));
            rows.add(row);
        }

        private DailySeries series(int column) {
            return new DailySeries(
                    days.toArray(LocalDate[]::new),
                    rows.stream().mapToDouble(row -> row[column]).toArray());
        }

        private DailyScores scores(Horizon horizon, DecileTable deciles) {
            return new DailyScores(
                    horizon,
                    series(IC),
                    series(VOL_NEUTRAL),
                    IntStream.range(0, DayScore.QUINTILES)
                            .mapToObj(quintile -> series(QUINTILE + quintile))
                            .toList(),
                    series(UNIVERSE),
                    series(BITCOIN),
                    series(HIT),
                    series(TURNOVER),
                    series(TURNOVER + 1),
                    deciles);
        }
    }
}
