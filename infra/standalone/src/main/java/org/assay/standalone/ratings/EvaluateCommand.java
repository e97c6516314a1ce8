package org.assay.standalone.ratings;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assay.ratings.evaluation.Horizon;
import org.assay.ratings.evaluation.Period;
import org.assay.ratings.model.ModelException;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.LoadedPanel;
import org.assay.ratings.panel.PanelException;
import org.assay.ratings.report.EvaluationReport;
import org.assay.ratings.report.Evaluator;
import org.assay.ratings.report.Verdict;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ratings evaluate}: judges grades by the protocol of docs/methodology/evaluation.md. */
@Command(
        name = "evaluate",
        description =
                "Judges grades on a panel: writes evaluation.json with every figure and evaluation.html with charts.",
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private PanelOption panel = new PanelOption();

    /** Whose grades are judged. */
    static final class Source {

        @Option(
                names = "--model",
                paramLabel = "MODEL",
                description = "The model to judge (default: the one that comes with Assay).")
        private @Nullable Path model;

        @Option(
                names = "--walk-forward",
                description = "Judges models trained on each 1st of January on what was known by then, from 2018 on.")
        private boolean walkForward;

        @Option(
                names = "--grades",
                paramLabel = "CSV",
                description = "Anybody's grades: date,symbol and trader_grade,investor_grade or grade; 0 to 100.")
        private @Nullable Path grades;
    }

    @ArgGroup
    private Source source = new Source();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            split = ",",
            description = "dev (2017 to 2021) or ho (2022 to 2025-11-13); default: those that the panel reaches.")
    private List<String> periods = List.of();

    @Option(names = "--horizons", paramLabel = "DAYS", split = ",", description = "Of 1,7,30,90; default: all.")
    private List<Integer> horizons = List.of(1, 7, 30, 90);

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the reports are written.")
    private Path out = Path.of(".");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Horizon> wanted = wantedHorizons();
        checkPeriods();
        PrintWriter err = spec.commandLine().getErr();
        LoadedPanel loaded = panel.read(err);
        err.println("panel     " + loaded.panel().tokens() + " tokens to "
                + loaded.panel().day(loaded.panel().days() - 1));
        List<Period> judged = wantedPeriods(loaded);
        GradeGrids grades = grades(loaded, judged, err);
        List<Verdict> verdicts = verdicts(loaded, grades, judged, wanted, err);
        if (verdicts.isEmpty()) {
            throw new Refusal(
                    Reason.NOT_STARTED,
                    "no day can be judged: it takes 30 tokens with a history of 60 days, and as many days ahead as the"
                            + " horizon",
                    "give a panel with more tokens or days, or grades of its days");
        }
        write(new EvaluationReport(loaded.panel(), loaded.report(), grades.origin(), verdicts));
        return 0;
    }

    private GradeGrids grades(LoadedPanel loaded, List<Period> judged, PrintWriter err) {
        try {
            if (source.grades != null) {
                return GradeGrids.ofFile(source.grades, loaded.panel());
            }
            return source.walkForward
                    ? GradeGrids.ofWalk(loaded, judged, line -> err.println("graded    " + line))
                    : GradeGrids.ofModel(
                            source.model, loaded.panel(), judged, line -> err.println("graded    " + line));
        } catch (PanelException e) {
            throw new Refusal(
                    Reason.NOT_STARTED, e.code().label() + ": " + e.getMessage(), "correct the file, and try again");
        } catch (ModelException e) {
            throw new Refusal(Reason.NOT_STARTED, e.code() + ": " + e.getMessage(), "give another --model or panel");
        }
    }

    private static List<Verdict> verdicts(
            LoadedPanel loaded, GradeGrids grades, List<Period> judged, List<Horizon> wanted, PrintWriter err) {
        Evaluator evaluator = new Evaluator(loaded.panel(), line -> err.println("judged    " + line));
        List<Verdict> verdicts = new ArrayList<>();
        for (Map.Entry<String, Grid> column : grades.columns().entrySet()) {
            List<Horizon> answered = wanted.stream()
                    .filter(horizon -> grades.answers(column.getKey(), horizon))
                    .toList();
            verdicts.addAll(evaluator.judge(column.getKey(), column.getValue(), answered, judged));
        }
        return verdicts;
    }

    private void write(EvaluationReport report) {
        PrintWriter console = spec.commandLine().getOut();
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("evaluation.json"), report.json());
            Files.writeString(out.resolve("evaluation.html"), report.html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Verdict verdict : report.verdicts()) {
            console.println(String.format(
                    Locale.ROOT,
                    "%-14s %3d d %-4s IC %.4f [%.3f, %.3f], vol-neutral %.4f, spread %.0f bp (net of 30: %.0f), hit %.3f",
                    verdict.grade(),
                    verdict.horizon().days(),
                    verdict.period().label(),
                    verdict.figures().ic().mean(),
                    verdict.figures().ic().interval().low(),
                    verdict.figures().ic().interval().high(),
                    verdict.figures().ic().volNeutral(),
                    verdict.figures().spread().mean() * 1e4,
                    verdict.figures().spread().net30() * 1e4,
                    verdict.figures().hit()));
        }
        console.println("written to     " + out.resolve("evaluation.json") + " and " + out.resolve("evaluation.html"));
    }

    private List<Horizon> wantedHorizons() {
        try {
            return horizons.stream().map(Horizon::ofDays).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void checkPeriods() {
        for (String label : periods) {
            if (Arrays.stream(new String[] {"dev", "ho"}).noneMatch(label::equals)) {
                throw new ParameterException(spec.commandLine(), "unknown period '" + label + "': it is dev or ho");
            }
        }
    }

    private List<Period> wantedPeriods(LoadedPanel loaded) {
        return Period.reachedBy(loaded.panel()).stream()
                .filter(period -> periods.isEmpty() || periods.contains(period.label()))
                .map(period -> source.walkForward ? period.from(GradeGrids.FIRST_WALK) : period)
                .toList();
    }
}
