package org.assay.ratings.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.VolumeScope;

/**
 * A made-up market whose truth is known: each day's log returns are drawn independently of everything before, or hang with
 * a known correlation on a signal that was given beforehand.
 */
public final class SyntheticPanel {

    private static final double VOLATILITY = 0.04;

    /** The market. */
    public final Panel panel;

    /** The signal of each token and day: it speaks of the return from the next day's close to the one after. */
    public final Grid signal;

    /** @param correlation of the signal and the return that it speaks of */
    public SyntheticPanel(int tokens, int days, double correlation, long seed) {
        Random random = new Random(seed);
        List<String> symbols = IntStream.range(0, tokens)
                .mapToObj(i -> i == 0 ? "BTC" : String.format(java.util.Locale.ROOT, "T%03d", i))
                .toList();
        Grid close = Grid.missing(tokens, days);
        Grid volume = Grid.missing(tokens, days);
        Grid cap = Grid.missing(tokens, days);
        Grid scope = Grid.missing(tokens, days);
        signal = Grid.missing(tokens, days);
        for (int token = 0; token < tokens; token++) {
            double price = 1 + random.nextDouble();
            for (int day = 0; day < days; day++) {
                double told = day < 2 ? 0 : signal.get(token, day - 2);
                double noise = Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
                price *= Math.exp(VOLATILITY * (correlation * told + noise));
                signal.set(token, day, random.nextGaussian());
                close.set(token, day, price);
                volume.set(token, day, 1e7);
                cap.set(token, day, 1e9 * price);
                scope.set(token, day, VolumeScope.AGGREGATE.code());
            }
        }
        panel = new Panel(LocalDate.of(2016, 9, 1), days, symbols, close, close, close, close, volume, cap, scope);
    }
}
