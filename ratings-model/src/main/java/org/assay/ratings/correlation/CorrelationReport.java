package org.assay.ratings.correlation;

import java.time.LocalDate;
import java.util.List;

/**
 * The tokens that moved most and least with one token. No token stands in both lists.
 *
 * @param symbol the token
 * @param asOf last day of the window
 * @param windowDays how many daily returns the window can have
 * @param peers how many tokens of the universe could be compared
 * @param top highest correlations, highest first
 * @param bottom lowest correlations, lowest first
 */
public record CorrelationReport(
        String symbol,
        LocalDate asOf,
        int windowDays,
        int peers,
        List<PairCorrelation> top,
        List<PairCorrelation> bottom) {

    public CorrelationReport {
        top = List.copyOf(top);
        bottom = List.copyOf(bottom);
    }
}
