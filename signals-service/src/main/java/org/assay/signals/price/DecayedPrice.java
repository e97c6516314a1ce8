package org.assay.signals.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.assay.events.candle.Interval;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * The volume-weighted mean price of one market's trades, in which a trade's weight halves with each half-life that has
 * passed since. Remembers, beside the newest state, how it stood when the running minute began. Mutable.
 *
 * <p>Weights are doubles; the price is a decimal of {@value #STATE_DIGITS} significant digits. Their arithmetic gives the
 * same result on every machine.
 */
public final class DecayedPrice {

    static final int STATE_DIGITS = 16;
    private static final MathContext STATE = new MathContext(STATE_DIGITS, RoundingMode.HALF_EVEN);
    // A trade's share is rounded to this many decimal places, which keeps the products short.
    private static final int SHARE_PLACES = 15;
    private static final double SHARE_UNIT = 1e15;

    private @Nullable Mean current;
    private @Nullable Mean atMinuteStart;

    /**
     * A state of the mean.
     *
     * @param price in quote units
     * @param weight decayed volume in base units, as of {@code lastUs}
     * @param lastUs event time of the newest trade in it
     */
    public record Mean(BigDecimal price, double weight, long lastUs) {

        /** The decayed volume as of a later time. */
        public double weightAt(long timeUs, long halfLifeUs) {
            return timeUs <= lastUs ? weight : weight * decay(timeUs - lastUs, halfLifeUs);
        }
    }

    public static DecayedPrice empty() {
        return new DecayedPrice();
    }

    /** Takes a trade in; one that is late weighs as if it had come in its time. */
    public void add(long timeUs, BigDecimal price, BigDecimal amount, long halfLifeUs) {
        Mean before = current;
        if (before == null) {
            current = new Mean(price.round(STATE), amount.doubleValue(), timeUs);
            return;
        }
        if (Interval.M1.openOf(timeUs) > Interval.M1.openOf(before.lastUs)) {
            atMinuteStart = before;
        }
        long newest = Math.max(timeUs, before.lastUs);
        double old = before.weightAt(newest, halfLifeUs);
        double added = amount.doubleValue() * decay(newest - timeUs, halfLifeUs);
        double sum = old + added;
        BigDecimal share =
                sum > 0 ? BigDecimal.valueOf(Math.round(added / sum * SHARE_UNIT), SHARE_PLACES) : BigDecimal.ONE;
        BigDecimal moved = before.price.add(price.subtract(before.price).multiply(share), STATE);
        current = new Mean(moved, sum, newest);
    }

    private static double decay(long ageUs, long halfLifeUs) {
        return ageUs == 0 ? 1 : StrictMath.pow(0.5, (double) ageUs / halfLifeUs);
    }

    /** The newest state; null before the first trade. */
    public @Nullable Mean current() {
        return current;
    }

    /**
     * The state over the trades before a time that lies in the running minute or after it, or at its beginning; null
     * where there were none, or where it is not remembered any more.
     */
    public @Nullable Mean before(long timeUs) {
        if (current != null && current.lastUs < timeUs) {
            return current;
        }
        return atMinuteStart != null && atMinuteStart.lastUs < timeUs ? atMinuteStart : null;
    }

    public void write(StateWriter out) {
        write(out, current);
        write(out, atMinuteStart);
    }

    private static void write(StateWriter out, @Nullable Mean mean) {
        out.flag(mean != null);
        if (mean != null) {
            out.decimal(mean.price).real(mean.weight).signed(mean.lastUs);
        }
    }

    public static DecayedPrice read(StateReader in) {
        DecayedPrice price = new DecayedPrice();
        price.current = readMean(in);
        price.atMinuteStart = readMean(in);
        return price;
    }

    private static @Nullable Mean readMean(StateReader in) {
        return in.flag() ? new Mean(in.presentDecimal(), in.real(), in.signed()) : null;
    }
}
