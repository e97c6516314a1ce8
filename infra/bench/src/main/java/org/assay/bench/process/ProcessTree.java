package org.assay.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The processor time of processes and all their descendants, from {@code /proc} (Linux only). */
public final class ProcessTree {

    /** The kernel's unit of {@code /proc/PID/stat}: USER_HZ, which is 100 on every Linux a user meets. */
    private static final long TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private final List<Long> roots;

    public ProcessTree(Collection<Long> roots) {
        this.roots = List.copyOf(roots);
    }

    /** User and system time spent so far by the processes that are alive now. */
    public Duration cpu() {
        Deque<Long> todo = new ArrayDeque<>(roots);
        Set<Long> seen = new HashSet<>();
        long ticks = 0;
        while (!todo.isEmpty()) {
            long pid = todo.pop();
            if (seen.add(pid)) {
                ticks += ticksOf(pid);
                ProcessHandle.of(pid).ifPresent(process -> process.children().forEach(child -> todo.push(child.pid())));
            }
        }
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    private static long ticksOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The command name in parentheses may hold spaces.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        } catch (IOException e) {
            // It ended between the listing and the reading.
            return 0;
        }
    }
}
