package org.assay.ratings.level;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Support and resistance: swing highs and lows of the past, gathered where their density is highest. A swing is a high
 * above those of the {@code swingDays} days before and not below those after (a low likewise); it is known only once the
 * days after it have passed. Its logarithm climbs the density of all swings, a sum of Gaussian kernels weighted by age,
 * to the nearest peak; swings that reach the same peak touch the same level.
 */
public final class PriceLevels {

    private static final double NARROWEST_KERNEL = 0.005;
    private static final int MOST_CLIMBS = 1000;
    private static final double ARRIVED = 1e-9;

    private final LocalDate firstDay;
    private final LevelSettings settings;

    /** @param firstDay the UTC day with index 0 */
    public PriceLevels(LocalDate firstDay, LevelSettings settings) {
        this.firstDay = firstDay;
        this.settings = settings;
    }

    /**
     * The levels as of a day's close.
     *
     * @param high by day index, NaN where missing; nothing after {@code day} is read, here and below
     * @param low likewise
     * @param close likewise
     * @param day index of the day
     */
    public LevelReport report(double[] high, double[] low, double[] close, int day) {
        Bars bars = new Bars(high, low, close);
        LocalDate asOf = firstDay.plusDays(day);
        if (!bars.has(day)) {
            return new LevelReport(asOf, null, List.of(), List.of());
        }
        double last = bars.close(day);
        double range = bars.averageRange(day, settings.rangeDays());
        if (Double.isNaN(range)) {
            return new LevelReport(asOf, last, List.of(), List.of());
        }
        double width = Math.max(NARROWEST_KERNEL, settings.kernelShare() * range);
        List<PriceLevel> levels = levels(swings(bars, day), width, day, last);
        return new LevelReport(asOf, last, nearest(levels, LevelSide.SUPPORT), nearest(levels, LevelSide.RESISTANCE));
    }

    private List<PriceLevel> nearest(List<PriceLevel> levels, LevelSide side) {
        return levels.stream()
                .filter(level -> level.side() == side)
                .sorted(Comparator.comparingDouble(PriceLevel::strength)
                        .reversed()
                        .thenComparingDouble(PriceLevel::price))
                .limit(settings.listed())
                .sorted(Comparator.comparingDouble((PriceLevel level) -> Math.abs(level.distance()))
                        .thenComparingDouble(PriceLevel::price))
                .toList();
    }

    private List<Swing> swings(Bars bars, int day) {
        List<Swing> swings = new ArrayList<>();
        int span = settings.swingDays();
        int first = Math.max(span, day - settings.lookbackDays());
        for (int i = first; i + span <= day; i++) {
            if (turns(bars, i, 1)) {
                swings.add(new Swing(i, Math.log(bars.high(i))));
            }
            if (turns(bars, i, -1)) {
                swings.add(new Swing(i, Math.log(bars.low(i))));
            }
        }
        return swings;
    }

    /** @param sign 1 for a swing high, -1 for a swing low */
    private boolean turns(Bars bars, int day, int sign) {
        for (int i = day - settings.swingDays(); i <= day + settings.swingDays(); i++) {
            if (!bars.has(i)) {
                return false;
            }
            double other = sign * (sign > 0 ? bars.high(i) : bars.low(i));
            double own = sign * (sign > 0 ? bars.high(day) : bars.low(day));
            if (i < day ? other >= own : other > own) {
                return false;
            }
        }
        return true;
    }

    private List<PriceLevel> levels(List<Swing> swings, double width, int day, double last) {
        double[] at = swings.stream().mapToDouble(Swing::logPrice).toArray();
        double[] weights =
                swings.stream().mapToDouble(swing -> weight(swing, day)).toArray();
        List<Climb> climbs = new ArrayList<>();
        for (Swing swing : swings) {
            climbs.add(new Climb(swing, peak(swing.logPrice(), at, weights, width)));
        }
        climbs.sort(Comparator.comparingDouble(Climb::peak)
                .thenComparingInt(climb -> climb.swing().day()));
        List<PriceLevel> levels = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= climbs.size(); i++) {
            if (i == climbs.size() || climbs.get(i).peak() - climbs.get(i - 1).peak() > width / 10) {
                if (i - from >= settings.fewestTouches()) {
                    levels.add(level(climbs.subList(from, i), day, last));
                }
                from = i;
            }
        }
        return levels;
    }

    private PriceLevel level(List<Climb> climbs, int day, double last) {
        double strength = 0;
        double weighted = 0;
        int firstTouch = day;
        int lastTouch = 0;
        for (Climb climb : climbs) {
            double weight = weight(climb.swing(), day);
            strength += weight;
            weighted += weight * climb.peak();
            firstTouch = Math.min(firstTouch, climb.swing().day());
            lastTouch = Math.max(lastTouch, climb.swing().day());
        }
        double price = Math.exp(weighted / strength);
        return new PriceLevel(
                price < last ? LevelSide.SUPPORT : LevelSide.RESISTANCE,
                price,
                price / last - 1,
                climbs.size(),
                firstDay.plusDays(firstTouch),
                firstDay.plusDays(lastTouch),
                strength);
    }

    private double weight(Swing swing, int day) {
        return Math.pow(0.5, (day - swing.day()) / settings.halfLifeDays());
    }

    /** Mean shift: each step goes to the mean of the swings weighted by age and nearness. */
    private static double peak(double start, double[] swings, double[] ages, double width) {
        double at = start;
        for (int climb = 0; climb < MOST_CLIMBS; climb++) {
            double sum = 0;
            double weights = 0;
            for (int k = 0; k < swings.length; k++) {
                double distance = (swings[k] - at) / width;
                double weight = ages[k] * Math.exp(-0.5 * distance * distance);
                sum += weight * swings[k];
                weights += weight;
            }
            double next = sum / weights;
            if (Math.abs(next - at) < ARRIVED) {
                return next;
            }
            at = next;
        }
        return at;
    }

    private record Climb(Swing swing, double peak) {}
}
