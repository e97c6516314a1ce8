package org.assay.ratings.grade;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.model.RatingsTraining;
import org.assay.ratings.model.Recipes;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;

/** Grades as they would have been given: each year by a model trained on the 1st of January on what was known then. */
public final class WalkForward {

    private final Panel panel;
    private final Recipes recipes;
    private final int seed;
    private final RatingsTraining training;

    /**
     * A walk through one panel.
     *
     * @param panelDigest the SHA-256 of the panel's file, for the models' provenance
     * @param seed what all randomness of the trainings comes from
     */
    public WalkForward(Panel panel, String panelDigest, Recipes recipes, int seed) {
        this.panel = panel;
        this.recipes = recipes;
        this.seed = seed;
        Universe universe = Universe.of(panel);
        this.training = new RatingsTraining(panel, panelDigest, universe::contains, Eligibility.of(panel));
    }

    /** The model of a year. */
    public RatingsModel model(int year) {
        return training.train("walk-forward-" + year, recipes, LocalDate.of(year, 1, 1), seed);
    }

    /**
     * Grades the days of some years.
     *
     * @param firstYear the first one
     * @param lastYear the last one; of it as many days as the panel has
     * @param grades takes the grades of each year
     */
    public void grade(int firstYear, int lastYear, Consumer<List<DayGrades>> grades) {
        for (int year = firstYear; year <= lastYear; year++) {
            int from = Math.max(0, panel.index(LocalDate.of(year, 1, 1)));
            int to = Math.min(panel.days(), panel.index(LocalDate.of(year + 1, 1, 1)));
            if (from < to) {
                grades.accept(new Grader(model(year)).gradeRange(panel, from, to));
            }
        }
    }
}
