package org.assay.bench.http;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import org.assay.bench.process.ProcessTree;

/**
 * Two servers in turn, A B A B: a shared machine drifts by tens of percent within minutes, so only neighbours in time are
 * compared, and the figure to quote is the ratio.
 */
final class Pair {

    private final Wrk wrk;
    private final Duration duration;
    private final PrintStream out;

    Pair(Wrk wrk, Duration duration, PrintStream out) {
        this.wrk = wrk;
        this.duration = duration;
        this.out = out;
    }

    /** Runs {@code rounds} pairs after warming both up, and prints each run and the ratios. */
    void compare(Target a, Target b, int rounds, Duration warmUp) throws IOException, InterruptedException {
        wrk.run(a, warmUp);
        wrk.run(b, warmUp);
        List<Measured> ofA = new ArrayList<>();
        List<Measured> ofB = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ofA.add(measure(a));
            ofB.add(measure(b));
        }
        print(
                "requests/s, A over B",
                ofA,
                ofB,
                (left, right) -> left.run.requestsPerSecond() / right.run.requestsPerSecond());
        print("p99, B over A", ofA, ofB, (left, right) -> right.run.p99Millis() / left.run.p99Millis());
        print("server CPU per request, B over A", ofA, ofB, (left, right) -> right.cpuMicros / left.cpuMicros);
    }

    private Measured measure(Target target) throws IOException, InterruptedException {
        ProcessTree server = new ProcessTree(target.processes());
        Duration before = server.cpu();
        WrkRun run = wrk.run(target, duration);
        double cpuMicros = server.cpu().minus(before).toNanos() / 1_000.0 / run.requests();
        out.printf(
                Locale.ROOT,
                "%-12s %9.0f requests/s  p50 %6.2f ms  p99 %6.2f ms  %6.1f us CPU/request  %d refused  %d errors%n",
                target.label(),
                run.requestsPerSecond(),
                run.p50Millis(),
                run.p99Millis(),
                cpuMicros,
                run.refused(),
                run.socketErrors());
        return new Measured(run, cpuMicros);
    }

    private void print(String name, List<Measured> a, List<Measured> b, ToDoubleBiFunction<Measured, Measured> ratio) {
        double[] ratios = new double[a.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ratio.applyAsDouble(a.get(i), b.get(i));
        }
        java.util.Arrays.sort(ratios);
        int middle = ratios.length / 2;
        double median = ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
        out.printf(
                Locale.ROOT,
                "%-34s min %.2f  median %.2f  max %.2f  (%d pairs)%n",
                name,
                ratios[0],
                median,
                ratios[ratios.length - 1],
                ratios.length);
    }

    private record Measured(WrkRun run, double cpuMicros) {}
}
