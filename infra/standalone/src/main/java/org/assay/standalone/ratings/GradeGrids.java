package org.assay.standalone.ratings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assay.ratings.evaluation.Horizon;
import org.assay.ratings.evaluation.Period;
import org.assay.ratings.grade.DayGrades;
import org.assay.ratings.grade.GradeOutcome;
import org.assay.ratings.grade.Grader;
import org.assay.ratings.grade.TokenGrades;
import org.assay.ratings.grade.WalkForward;
import org.assay.ratings.model.ModelStore;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.model.Recipes;
import org.assay.ratings.panel.GradeTable;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.LoadedPanel;
import org.assay.ratings.panel.Panel;
import org.jspecify.annotations.Nullable;

/**
 * Grades on a panel's calendar.
 *
 * @param columns the grades by name, 0 to 100
 * @param origin where they come from, in words
 */
record GradeGrids(Map<String, Grid> columns, String origin) {

    /** The first year that a walk forward can grade: the one before is too short to learn from. */
    static final LocalDate FIRST_WALK = LocalDate.of(2018, 1, 1);

    private static final String TRADER = "trader_grade";
    private static final String INVESTOR = "investor_grade";
    private static final String SINGLE = "grade";
    private static final int CHUNK = 200;

    static GradeGrids ofFile(Path file, Panel panel) {
        GradeTable table = GradeTable.read(file, panel, List.of(TRADER, INVESTOR, SINGLE));
        return new GradeGrids(
                table.columns(),
                "the file " + file.getFileName() + " (" + table.rows() + " rows, " + table.unplaced()
                        + " of them of tokens or days that the panel lacks)");
    }

    static GradeGrids ofModel(@Nullable Path file, Panel panel, List<Period> periods, Consumer<String> progress) {
        RatingsModel model = file == null ? ModelStore.shippedModel() : ModelStore.load(file);
        GradeGrids grids = empty(
                panel,
                "model " + model.version() + ", trained on days to "
                        + model.provenance().get("trader.days.last") + " (Trader) and "
                        + model.provenance().get("investor.days.last")
                        + " (Investor); what it says of those days is no evidence");
        Grader grader = new Grader(model);
        int first = periods.stream()
                .mapToInt(period -> panel.index(period.first()))
                .min()
                .orElse(0);
        for (int from = Math.max(0, first); from < panel.days(); from += CHUNK) {
            int end = Math.min(panel.days(), from + CHUNK);
            grader.gradeRange(panel, from, end).forEach(day -> grids.put(panel, day));
            progress.accept("to " + panel.day(end - 1));
        }
        return grids;
    }

    static GradeGrids ofWalk(LoadedPanel loaded, List<Period> periods, Consumer<String> progress) {
        Panel panel = loaded.panel();
        int first = periods.stream()
                .mapToInt(period -> period.first().getYear())
                .min()
                .orElse(FIRST_WALK.getYear());
        return ofWalk(loaded, first, panel.day(panel.days() - 1).getYear(), progress);
    }

    static GradeGrids ofWalk(LoadedPanel loaded, int firstYear, int lastYear, Consumer<String> progress) {
        Panel panel = loaded.panel();
        GradeGrids grids = empty(panel, "models trained on each 1st of January on what was known by then");
        WalkForward walk = new WalkForward(panel, PanelOption.digest(loaded), Recipes.standard(), 1);
        walk.grade(firstYear, lastYear, days -> {
            days.forEach(day -> grids.put(panel, day));
            progress.accept("to " + days.getLast().day());
        });
        return grids;
    }

    private static GradeGrids empty(Panel panel, String origin) {
        Map<String, Grid> columns = new LinkedHashMap<>();
        columns.put(TRADER, Grid.missing(panel.tokens(), panel.days()));
        columns.put(INVESTOR, Grid.missing(panel.tokens(), panel.days()));
        return new GradeGrids(columns, origin);
    }

    private void put(Panel panel, DayGrades day) {
        int index = panel.index(day.day());
        for (TokenGrades token : day.tokens()) {
            columns.getOrDefault(TRADER, Grid.missing(0, 0)).set(token.token(), index, number(token.trader()));
            columns.getOrDefault(INVESTOR, Grid.missing(0, 0)).set(token.token(), index, number(token.investor()));
        }
    }

    private static double number(GradeOutcome outcome) {
        return switch (outcome) {
            case GradeOutcome.Graded graded -> graded.grade();
            case GradeOutcome.Ungraded ungraded -> Double.NaN;
        };
    }

    /** Whether a column answers for a horizon: a grade without further name answers for all. */
    boolean answers(String column, Horizon horizon) {
        return switch (column) {
            case TRADER -> horizon.isTrader();
            case INVESTOR -> !horizon.isTrader();
            default -> true;
        };
    }
}
