package org.assay.ratings.correlation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.quant.QuantAnalysis;
import org.assay.ratings.statistics.Samples;

/**
 * Correlations of daily returns over a window that ends with a day, against the universe of that day. A pair counts when
 * both have returns on at least 80 % of the window's days, and at least 20.
 */
public final class Correlations {

    /** Length of each list. */
    public static final int LISTED = 10;

    private static final int CARRY_DAYS = 7;
    private static final double MINIMUM_COVERAGE = 0.8;
    private static final int FEWEST_DAYS = 20;
    private static final Comparator<PairCorrelation> HIGHEST_FIRST =
            Comparator.comparingDouble(PairCorrelation::correlation).reversed().thenComparing(PairCorrelation::symbol);

    private final LocalDate firstDay;
    private final List<String> symbols;
    private final Grid returns;

    /**
     * @param firstDay the UTC day with index 0
     * @param symbols of the grid's tokens
     * @param close closes in USD
     */
    public Correlations(LocalDate firstDay, List<String> symbols, Grid close) {
        this.firstDay = firstDay;
        this.symbols = List.copyOf(symbols);
        this.returns = Grid.missing(close.tokens(), close.days());
        for (int token = 0; token < close.tokens(); token++) {
            int offset = close.offset(token);
            double[] series = QuantAnalysis.returns(
                    Arrays.copyOfRange(close.values(), offset, offset + close.days()), CARRY_DAYS);
            System.arraycopy(series, 0, returns.values(), offset, series.length);
        }
    }

    /**
     * A token against the universe.
     *
     * @param token index of the token
     * @param day index of the window's last day
     * @param windowDays daily returns in the window
     * @param member above 0 where a token belongs to the universe
     */
    public CorrelationReport report(int token, int day, int windowDays, Grid member) {
        List<PairCorrelation> pairs = new ArrayList<>();
        for (int other = 0; other < symbols.size(); other++) {
            if (other != token && member.get(other, day) > 0) {
                PairCorrelation pair = pair(token, other, day, windowDays);
                if (!Double.isNaN(pair.correlation())) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(HIGHEST_FIRST);
        int top = Math.min(LISTED, pairs.size());
        int bottom = Math.min(LISTED, pairs.size() - top);
        return new CorrelationReport(
                symbols.get(token),
                firstDay.plusDays(day),
                windowDays,
                pairs.size(),
                pairs.subList(0, top),
                pairs.subList(pairs.size() - bottom, pairs.size()).reversed());
    }

    /** One pair; the correlation is NaN when they share too few days or one of them never moved. */
    PairCorrelation pair(int token, int other, int day, int windowDays) {
        int from = Math.max(0, day - windowDays + 1);
        double[] x = new double[day - from + 1];
        double[] y = new double[day - from + 1];
        int count = 0;
        for (int i = from; i <= day; i++) {
            if (returns.has(token, i) && returns.has(other, i)) {
                x[count] = returns.get(token, i);
                y[count] = returns.get(other, i);
                count++;
            }
        }
        boolean enough = count >= Math.max(FEWEST_DAYS, MINIMUM_COVERAGE * windowDays);
        double correlation =
                enough ? Samples.correlation(Arrays.copyOf(x, count), Arrays.copyOf(y, count)) : Double.NaN;
        return new PairCorrelation(symbols.get(other), correlation, count);
    }
}
