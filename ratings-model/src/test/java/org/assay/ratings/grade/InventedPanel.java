package org.assay.ratings.grade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;

/** Panels of random walks with what real ones have: gaps, late listings, dead tokens, changes of the volume's scope. */
public final class InventedPanel {

    private static final int AGGREGATE = 0;
    private static final int BINANCE = 1;

    private InventedPanel() {}

    /**
     * A panel of random walks.
     *
     * @param calm whether tokens of little volatility rise, so that there is something to learn
     */
    public static Panel of(int tokens, int days, long seed, boolean calm) {
        Random random = new Random(seed);
        List<String> symbols = new ArrayList<>();
        Grid[] columns = new Grid[7];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Grid.missing(tokens, days);
        }
        double[] market = random.doubles(days).map(u -> 0.04 * (u - 0.5)).toArray();
        for (int i = 0; i < tokens; i++) {
            symbols.add(String.format("T%03d", i));
            walk(columns, i, market, calm, random);
        }
        return new Panel(
                LocalDate.of(2019, 1, 1),
                days,
                symbols,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                columns[5],
                columns[6]);
    }

    private static void walk(Grid[] columns, int token, double[] market, boolean calm, Random random) {
        int days = market.length;
        double volatility = 0.01 + 0.07 * random.nextDouble();
        double drift = calm ? 0.012 - 0.3 * volatility : 0;
        double price = Math.exp(6 * random.nextDouble() - 2);
        double supply = 1e7 * (1 + random.nextInt(50));
        int listed = token % 7 == 3 ? random.nextInt(days / 2) : 0;
        int ended = token % 11 == 5 ? days - random.nextInt(days / 3) : days;
        int switched = days / 3 + random.nextInt(days / 3);
        for (int t = listed; t < ended; t++) {
            double open = price;
            price *= Math.exp(drift + market[t] + volatility * random.nextGaussian());
            if (random.nextInt(200) == 0) {
                continue;
            }
            double spread = volatility * (0.3 + random.nextDouble());
            columns[0].set(token, t, open);
            columns[1].set(token, t, Math.max(open, price) * (1 + spread * random.nextDouble()));
            columns[2].set(token, t, Math.min(open, price) * (1 - spread * random.nextDouble()));
            columns[3].set(token, t, price);
            columns[4].set(token, t, (t < switched ? 5e6 : 1e6) * Math.exp(random.nextGaussian()) * (1 + token % 5));
            columns[5].set(token, t, price * supply * (1 + t * (token + 1) / 50000.0));
            columns[6].set(token, t, t < switched ? AGGREGATE : BINANCE);
        }
    }

    /** The days from {@code from} (inclusive) to {@code to} (exclusive). */
    public static Panel slice(Panel panel, int from, int to) {
        return Slice.of(panel, from, to);
    }
}
