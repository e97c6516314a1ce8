package org.assay.ratings.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assay.ratings.feature.FeatureContext;
import org.assay.ratings.feature.Membership;
import org.assay.ratings.feature.RankTable;
import org.assay.ratings.grade.Eligibility;
import org.assay.ratings.grade.InventedPanel;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.PanelReader;
import org.assay.ratings.reference.ReferenceFolder;
import org.assay.ratings.universe.Universe;
import org.junit.jupiter.api.Test;

/** T4 of the protocol: what is trained on shuffled outcomes knows nothing of later ones. */
class ShuffledTargetTest {

    private static final int TRAININGS = 20;
    private static final List<String> FEATURES =
            List.of("vol30", "range14", "mom7", "mom30", "corr90", "skew90", "size", "voltrend7");
    private static final Target WEEK = new Target(7, Target.Kind.RANK);

    @Test
    void t4_shuffled_targets_give_no_skill_and_real_ones_do() {
        Panel whole = PanelReader.read(List.of(ReferenceFolder.panel())).panel();
        Panel panel = InventedPanel.slice(
                whole, whole.index(LocalDate.of(2018, 1, 1)), whole.index(LocalDate.of(2020, 12, 1)));
        Universe universe = Universe.of(panel);
        Membership ratable = Eligibility.of(panel);
        FeatureContext context = FeatureContext.of(panel, universe::contains);
        Grid outcome = new TrainingTargets(context, ratable, RatingsTraining.SOURCE_BREAKS).of(WEEK);
        // One training for each horizon: all of them foretell the same week, that of horizon 7 unshuffled.
        Trainer trainer = new Trainer(
                context,
                ratable,
                target -> target.equals(WEEK) ? outcome : shuffled(outcome, new Random(target.horizon())));
        int firstUse = panel.index(LocalDate.of(2020, 1, 1));
        Skill skill = new Skill(context, ratable, outcome, firstUse);

        List<Double> skills = new ArrayList<>();
        for (int k = 1; k <= TRAININGS; k++) {
            Target target = new Target(WEEK.horizon() + k, Target.Kind.RANK);
            skills.add(skill.of(trainer.train(recipe(target), firstUse, k)));
        }
        double honest = skill.of(trainer.train(recipe(WEEK), firstUse, 1));

        double mean = skills.stream().mapToDouble(s -> s).average().orElseThrow();
        double squares =
                skills.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
        double deviation = Math.sqrt(squares / (TRAININGS - 1));
        assertThat(Math.abs(mean)).isLessThan(2 * deviation / Math.sqrt(TRAININGS));
        assertThat(honest).isGreaterThan(0.05).isGreaterThan(mean + 2 * deviation);
    }

    private static List<ModelFeature> features() {
        return FEATURES.stream().map(id -> new ModelFeature(id, 0, 0)).toList();
    }

    private static Recipe recipe(Target target) {
        return new Recipe(
                features(),
                List.of(target),
                1,
                new TreeSettings(20, 6, 200, 0.1, 0.6, 0.6, 10),
                0.1,
                false,
                0,
                0.5,
                0.5,
                0.1,
                WEEK.horizon() + TRAININGS,
                9,
                0);
    }

    /** The mean correlation, within the day, of scores with outcomes after the first use. */
    private static final class Skill {

        private final FeatureContext context;
        private final Grid outcome;
        private final RankTable ranks;
        private final int from;
        private final int to;

        private Skill(FeatureContext context, Membership ratable, Grid outcome, int from) {
            this.context = context;
            this.outcome = outcome;
            this.from = from;
            this.to = context.panel().days();
            List<Grid> grids = FEATURES.stream()
                    .map(id -> Trainer.feature(id).compute(context))
                    .toList();
            this.ranks = RankTable.of(grids, context.universe(), ratable, from, to);
        }

        private double of(GradeModel model) {
            double[] row = new double[FEATURES.size()];
            double sum = 0;
            int days = 0;
            for (int t = from; t + 8 < to; t += 3) {
                List<double[]> pairs = new ArrayList<>();
                for (int i = 0; i < outcome.tokens(); i++) {
                    if (outcome.has(i, t) && context.universe().contains(i, t)) {
                        ranks.copy(i, t, row);
                        pairs.add(new double[] {model.scorer().score(row), outcome.get(i, t)});
                    }
                }
                sum += correlation(pairs);
                days++;
            }
            return sum / days;
        }
    }

    private static double correlation(List<double[]> pairs) {
        double meanX = pairs.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double meanY = pairs.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (double[] pair : pairs) {
            xy += (pair[0] - meanX) * (pair[1] - meanY);
            xx += (pair[0] - meanX) * (pair[0] - meanX);
            yy += (pair[1] - meanY) * (pair[1] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static Grid shuffled(Grid grid, Random random) {
        Grid result = Grid.missing(grid.tokens(), grid.days());
        for (int t = 0; t < grid.days(); t++) {
            List<Integer> present = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < grid.tokens(); i++) {
                if (grid.has(i, t)) {
                    present.add(i);
                    values.add(grid.get(i, t));
                }
            }
            Collections.shuffle(values, random);
            for (int k = 0; k < values.size(); k++) {
                result.set(present.get(k), t, values.get(k));
            }
        }
        return result;
    }
}
