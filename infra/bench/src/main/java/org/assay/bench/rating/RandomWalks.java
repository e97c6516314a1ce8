package org.assay.bench.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.VolumeScope;

/** A panel of invented tokens with every column, the same for the same numbers. */
final class RandomWalks {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private RandomWalks() {}

    static Panel panel(int tokens, int days) {
        List<String> symbols =
                IntStream.range(0, tokens).mapToObj("T%05d"::formatted).toList();
        List<Grid> columns =
                IntStream.range(0, 7).mapToObj(_ -> Grid.missing(tokens, days)).toList();
        for (int token = 0; token < tokens; token++) {
            walk(new Random(token), token, days, columns);
        }
        return new Panel(
                FIRST,
                days,
                symbols,
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                columns.get(5),
                columns.get(6));
    }

    private static void walk(Random random, int token, int days, List<Grid> columns) {
        double close = Math.exp(2 * random.nextGaussian());
        double supply = 1e7 * Math.exp(random.nextGaussian());
        for (int day = 0; day < days; day++) {
            double open = close;
            close = open * Math.exp(0.04 * random.nextGaussian());
            columns.get(0).set(token, day, open);
            columns.get(1).set(token, day, Math.max(open, close) * (1 + 0.02 * random.nextDouble()));
            columns.get(2).set(token, day, Math.min(open, close) * (1 - 0.02 * random.nextDouble()));
            columns.get(3).set(token, day, close);
            columns.get(4).set(token, day, 2e6 * Math.exp(0.5 * random.nextGaussian()));
            columns.get(5).set(token, day, close * supply);
            columns.get(6).set(token, day, VolumeScope.AGGREGATE.code());
        }
    }
}
