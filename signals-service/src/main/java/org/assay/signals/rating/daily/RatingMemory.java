package org.assay.signals.rating.daily;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.ratings.grade.GradeKind;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.signals.rating.bars.DaySeries;
import org.jspecify.annotations.Nullable;

/** Daily grades and signals as they were last said, by token and day. Of one thread. */
public final class RatingMemory {

    private final Map<String, DaySeries> trader = new HashMap<>();
    private final Map<String, DaySeries> investor = new HashMap<>();
    private final Map<String, DaySeries> signals = new HashMap<>();
    private @Nullable LocalDate saidWhenDueFrom;

    /**
     * Takes a grade.
     *
     * @param grade 0 to 100, NaN for none
     */
    public void grade(GradeKind kind, String token, int day, double grade) {
        grades(kind).computeIfAbsent(token, _ -> new DaySeries()).set(day, grade);
    }

    double grade(GradeKind kind, String token, int day) {
        return at(grades(kind), token, day);
    }

    /** Takes that what concerns a day was first said when it was due, and not when working through the past. */
    public void saidWhenDue(LocalDate day) {
        LocalDate before = saidWhenDueFrom;
        saidWhenDueFrom = before == null || day.isBefore(before) ? day : before;
    }

    /** The first day whose ratings were said when they were due; null when there is none. */
    @Nullable
    LocalDate saidWhenDueFrom() {
        return saidWhenDueFrom;
    }

    /**
     * Takes a signal.
     *
     * @param value -1, 0 or 1
     */
    public void signal(String token, int day, int value) {
        signals.computeIfAbsent(token, _ -> new DaySeries()).set(day, value);
    }

    /** NaN where none was said. */
    double signal(String token, int day) {
        return at(signals, token, day);
    }

    /** Grades in the shape of a panel. */
    Grid grades(GradeKind kind, Panel panel) {
        return grid(grades(kind), panel);
    }

    /** Signals in the shape of a panel. */
    Grid signals(Panel panel) {
        return grid(signals, panel);
    }

    private Map<String, DaySeries> grades(GradeKind kind) {
        return switch (kind) {
            case TRADER -> trader;
            case INVESTOR -> investor;
        };
    }

    private static double at(Map<String, DaySeries> series, String token, int day) {
        DaySeries own = series.get(token);
        return own == null ? Double.NaN : own.get(day);
    }

    private static Grid grid(Map<String, DaySeries> series, Panel panel) {
        Grid grid = Grid.missing(panel.tokens(), panel.days());
        int first = Math.toIntExact(panel.firstDay().toEpochDay());
        List<String> symbols = panel.symbols();
        for (int token = 0; token < symbols.size(); token++) {
            DaySeries own = series.get(symbols.get(token));
            for (int day = 0; own != null && day < panel.days(); day++) {
                grid.set(token, day, own.get(first + day));
            }
        }
        return grid;
    }
}
