package org.assay.bench.rating;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.assay.ratings.grade.Grader;
import org.assay.ratings.model.ModelStore;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.PanelReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench ratings}: the time to grade every token on the last day of a panel. */
@Command(
        name = "ratings",
        description = "Measures how long grading a day takes, on one thread, warmed up.",
        mixinStandardHelpOptions = true)
public final class RatingsCommand implements Callable<Integer> {

    private static final int WARM_UPS = 4;

    @Option(names = "--panel", paramLabel = "FILE", description = "A panel. Default: random walks.")
    private @Nullable Path file;

    @Option(names = "--tokens", defaultValue = "1000", description = "Random walks. Default: ${DEFAULT-VALUE}.")
    private int tokens;

    @Option(names = "--days", defaultValue = "460", description = "Of the random walks. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--runs", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Override
    public Integer call() {
        Panel panel = file == null
                ? RandomWalks.panel(tokens, days)
                : PanelReader.read(List.of(file)).panel();
        Grader grader = new Grader(ModelStore.shippedModel());
        int last = panel.days() - 1;
        System.out.printf(
                Locale.ROOT,
                "%d tokens, %d days, model %s%n",
                panel.tokens(),
                panel.days(),
                grader.model().version());
        measure("grades, sub-scores", () -> grader.grade(panel, last).tokens().size());
        measure(
                "and explanations",
                () -> grader.explained(panel, last).grades().tokens().size());
        return 0;
    }

    private void measure(String what, IntSupplier work) {
        double[] wall = new double[runs];
        double[] cpu = new double[runs];
        int graded = 0;
        for (int run = -WARM_UPS; run < runs; run++) {
            long began = System.nanoTime();
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            graded = work.getAsInt();
            if (run >= 0) {
                cpu[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e6;
                wall[run] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(
                Locale.ROOT,
                "%-20s %d tokens: median %.0f ms, longest %.0f ms, CPU %.0f ms%n",
                what,
                graded,
                wall[runs / 2],
                wall[runs - 1],
                cpu[runs / 2]);
    }
}
