package org.assay.simulator.path;

import java.util.Arrays;

/**
 * Reads a {@link FactorPath} at any moment. Each day is split into four-hour cells, those into hours, quarters, five
 * minutes, minutes and so on down to quarter seconds; the values at a cell's inner borders are a random bridge between
 * those at its ends, drawn from a hash of the cell's place. The volatility of a cell is a random part of its parent's,
 * which gives clusters and heavy tails on every scale.
 *
 * <p>Neighbouring moments share most of their cells, which are kept: reading forward is cheap. Cheaper still is reading many
 * whole minutes at once. One thread at a time.
 */
public final class FactorCursor {

    private static final int[] SPLITS = {6, 4, 4, 3, 5, 4, 5, 3, 4};
    private static final int LEVELS = SPLITS.length;
    /** Its cells are split into minutes. */
    private static final int MINUTE_LEVEL = 4;

    private static final long MINUTE_US = 60_000_000;
    private static final int DAY_MINUTES = 1_440;
    private static final long[] LENGTHS_US = new long[LEVELS + 1];
    private static final double[] STEP_DEVIATIONS = new double[LEVELS];
    /** Their squares sum to 2, so that variance is kept. */
    private static final double BUSY_PART = 1.2;

    private static final double QUIET_PART = StrictMath.sqrt(2 - BUSY_PART * BUSY_PART);

    static {
        LENGTHS_US[0] = FactorPath.DAY_US;
        for (int level = 0; level < LEVELS; level++) {
            LENGTHS_US[level + 1] = LENGTHS_US[level] / SPLITS[level];
            STEP_DEVIATIONS[level] = StrictMath.sqrt((double) LENGTHS_US[level + 1] / FactorPath.DAY_US);
        }
    }

    private final FactorPath path;
    private final double[][] borders = new double[LEVELS][];
    private final double[][] volatilities = new double[LEVELS][];
    private final long[] cells = new long[LEVELS];

    /** The values at the minutes of {@link #minutesDay}, without its jump. */
    private final double[] minutes = new double[DAY_MINUTES];

    private long minutesDay = Long.MIN_VALUE;
    private long day = Long.MIN_VALUE;
    private double jump;
    private long jumpOffsetUs;

    /** Reads this path. */
    public FactorCursor(FactorPath path) {
        this.path = path;
        for (int level = 0; level < LEVELS; level++) {
            borders[level] = new double[SPLITS[level] + 1];
            volatilities[level] = new double[SPLITS[level]];
        }
    }

    /**
     * The factor's value.
     *
     * @param timeUs microseconds since 1970, not before the path's epoch
     */
    public double at(long timeUs) {
        long wanted = Math.floorDiv(timeUs, FactorPath.DAY_US);
        openDay(wanted);
        long offset = timeUs - wanted * FactorPath.DAY_US;
        double value = within(offset);
        return offset >= jumpOffsetUs ? value + jump : value;
    }

    /**
     * Adds the factor's values at whole minutes, times a weight.
     *
     * @param fromUs the first of these minutes, not before the path's epoch
     * @param sums one for each minute
     * @param count how many minutes
     */
    public void addMinutes(long fromUs, double weight, double[] sums, int count) {
        int done = 0;
        while (done < count) {
            long timeUs = fromUs + done * MINUTE_US;
            long wanted = Math.floorDiv(timeUs, FactorPath.DAY_US);
            int first = (int) ((timeUs - wanted * FactorPath.DAY_US) / MINUTE_US);
            int end = Math.min(DAY_MINUTES, first + count - done);
            openDay(wanted);
            openMinutes(end);
            int jumpMinute = Math.clamp(Math.ceilDiv(jumpOffsetUs, MINUTE_US), first, end);
            for (int minute = first; minute < jumpMinute; minute++) {
                sums[done++] += weight * minutes[minute];
            }
            for (int minute = jumpMinute; minute < end; minute++) {
                sums[done++] += weight * (minutes[minute] + jump);
            }
        }
    }

    /** Draws the minutes of the open day, unless just its first one is wanted. */
    private void openMinutes(int end) {
        if (minutesDay != day) {
            minutes[0] = borders[0][0];
            if (end > 1) {
                drawMinutes(0, 0);
                minutesDay = day;
            } else {
                minutesDay = Long.MIN_VALUE;
            }
        }
    }

    /** Keeps the inner borders of an open cell, and of all within it that are longer than a minute. */
    private void drawMinutes(int level, long cell) {
        int split = SPLITS[level];
        int step = (int) (LENGTHS_US[level + 1] / MINUTE_US);
        for (int child = 0; child < split; child++) {
            long childCell = cell * split + child;
            if (child > 0) {
                minutes[(int) childCell * step] = borders[level][child];
            }
            if (level < MINUTE_LEVEL) {
                openCell(level + 1, childCell);
                drawMinutes(level + 1, childCell);
            }
        }
    }

    private double within(long offset) {
        // A moment on the border of a cell needs no smaller cells.
        int deepest = LEVELS - 1;
        while (deepest > 0 && offset % LENGTHS_US[deepest] == 0) {
            deepest--;
        }
        int level = deepest;
        while (level > 0 && cells[level] != offset / LENGTHS_US[level]) {
            level--;
        }
        for (; level < deepest; level++) {
            openCell(level + 1, offset / LENGTHS_US[level + 1]);
        }
        long length = LENGTHS_US[deepest + 1];
        long index = offset / length;
        int child = (int) (index % SPLITS[deepest]);
        double[] ends = borders[deepest];
        double part = (double) (offset - index * length) / length;
        return ends[child] + (ends[child + 1] - ends[child]) * part;
    }

    private void openDay(long wanted) {
        if (wanted == day) {
            return;
        }
        double end = path.value(wanted + 1);
        jump = path.jump(wanted);
        jumpOffsetUs = path.jumpOffsetUs(wanted);
        day = wanted;
        Arrays.fill(cells, -1);
        fill(0, 0, path.value(wanted), end - jump, path.volatility(wanted));
    }

    /** Draws the inner borders of a cell of this level from its parent's, which is open. */
    private void openCell(int level, long cell) {
        int child = (int) (cell % SPLITS[level - 1]);
        fill(level, cell, borders[level - 1][child], borders[level - 1][child + 1], volatilities[level - 1][child]);
    }

    private void fill(int level, long cell, double start, double end, double volatility) {
        int split = SPLITS[level];
        double[] ends = borders[level];
        double step = volatility * STEP_DEVIATIONS[level];
        long seed = Hash.of(Hash.of(path.seed(), day, level + 16), cell);
        double sum = 0;
        ends[0] = 0;
        for (int i = 1; i <= split; i++) {
            sum += step * Hash.normal(Hash.of(seed, i));
            ends[i] = sum;
        }
        double slope = (end - start - sum) / split;
        for (int i = 0; i <= split; i++) {
            ends[i] += start + slope * i;
        }
        long busy = Hash.of(seed, 0);
        for (int i = 0; i < split; i++) {
            volatilities[level][i] = volatility * ((busy >>> i & 1) == 0 ? BUSY_PART : QUIET_PART);
        }
        cells[level] = cell;
    }
}
