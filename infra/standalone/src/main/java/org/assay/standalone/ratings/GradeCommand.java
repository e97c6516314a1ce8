package org.assay.standalone.ratings;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assay.ratings.grade.DayGrades;
import org.assay.ratings.grade.GradeLines;
import org.assay.ratings.grade.GradeOutcome;
import org.assay.ratings.grade.Grader;
import org.assay.ratings.grade.NoGradeReason;
import org.assay.ratings.grade.TokenGrades;
import org.assay.ratings.grade.WalkForward;
import org.assay.ratings.model.ModelException;
import org.assay.ratings.model.ModelStore;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.model.Recipes;
import org.assay.ratings.panel.LoadedPanel;
import org.assay.ratings.panel.Panel;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ratings grade}: grades the days of a panel, each from what was known that day. */
@Command(
        name = "grade",
        description = "Writes the grades of a panel's days as CSV: date,symbol,trader_grade,investor_grade.",
        mixinStandardHelpOptions = true)
public final class GradeCommand implements Callable<Integer> {

    private static final int CHUNK = 200;

    @Mixin
    private PanelOption panel = new PanelOption();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model to grade with (default: the one that comes with Assay).")
    private @Nullable Path model;

    @Option(
            names = "--walk-forward",
            description = "Trains a model on each 1st of January instead, on what was known by then. Whole years only.")
    private boolean walkForward;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "The last day.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "Where the grades are written.")
    private Path out = Path.of("grades.csv");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Days of tokens without a Trader Grade. */
    private final Map<NoGradeReason, Long> ungraded = new EnumMap<>(NoGradeReason.class);

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to lies before --from");
        }
        LoadedPanel loaded = panel.read(spec.commandLine().getErr());
        Panel data = loaded.panel();
        int first = Math.max(0, data.index(from));
        int end = Math.min(data.days(), data.index(to) + 1);
        if (first >= end) {
            throw new Refusal(
                    Reason.NOT_STARTED,
                    "the panel has no day from " + from + " to " + to,
                    "it reaches from " + data.firstDay() + " to " + data.day(data.days() - 1));
        }
        try (BufferedWriter file = Files.newBufferedWriter(out)) {
            write(file, List.of(GradeLines.HEADER));
            if (walkForward) {
                new WalkForward(data, PanelOption.digest(loaded), Recipes.standard(), 1)
                        .grade(from.getYear(), to.getYear(), days -> days.forEach(day -> write(file, day)));
            } else {
                grade(file, data, first, end);
            }
            ungraded.forEach((reason, count) ->
                    spec.commandLine().getErr().println("ungraded  " + count + " token-days: " + reason.code()));
            return 0;
        } catch (ModelException e) {
            throw new Refusal(Reason.NOT_STARTED, e.code() + ": " + e.getMessage(), "give another --model or panel");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void grade(BufferedWriter file, Panel data, int first, int end) {
        PrintWriter console = spec.commandLine().getOut();
        RatingsModel chosen = model == null ? ModelStore.shippedModel() : ModelStore.load(model);
        console.println("model        " + chosen.version());
        Grader grader = new Grader(chosen);
        for (int start = first; start < end; start += CHUNK) {
            int stop = Math.min(end, start + CHUNK);
            grader.gradeRange(data, start, stop).forEach(day -> write(file, day));
            console.println("graded       to " + data.day(stop - 1));
        }
    }

    private void write(BufferedWriter file, DayGrades day) {
        if (!day.day().isBefore(from) && !day.day().isAfter(to)) {
            write(file, GradeLines.of(day));
            for (TokenGrades token : day.tokens()) {
                if (token.trader() instanceof GradeOutcome.Ungraded(NoGradeReason reason)) {
                    ungraded.merge(reason, 1L, Long::sum);
                }
            }
        }
    }

    private static void write(BufferedWriter file, List<String> lines) {
        try {
            for (String line : lines) {
                file.write(line);
                file.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
