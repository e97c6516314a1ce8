package org.assay.ratings.window;

/** The highest or lowest value of a window: a queue of the candidates, best first, with the day each was seen on. */
final class ExtremeStatistic implements RollingStatistic {

    private final int length;
    private final int least;
    private final double sign;
    private final Ring ring;
    private final double[] candidates;
    private final long[] days;
    private long day;
    private int head;
    private int size;
    private int count;

    ExtremeStatistic(Window window, boolean highest) {
        this.length = window.length();
        this.least = window.least();
        this.sign = highest ? 1 : -1;
        this.ring = new Ring(length);
        this.candidates = new double[length];
        this.days = new long[length];
    }

    @Override
    public double next(double given) {
        double value = Double.isFinite(given) ? given : Double.NaN;
        if (!Double.isNaN(ring.replace(value))) {
            count--;
        }
        if (size > 0 && days[head] <= day - length) {
            head = (head + 1) % length;
            size--;
        }
        if (!Double.isNaN(value)) {
            count++;
            while (size > 0 && sign * candidates[(head + size - 1) % length] <= sign * value) {
                size--;
            }
            int tail = (head + size) % length;
            candidates[tail] = value;
            days[tail] = day;
            size++;
        }
        day++;
        return count < least ? Double.NaN : candidates[head];
    }
}
