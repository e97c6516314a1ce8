package org.assay.ratings.quant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one window.
 *
 * @param window which
 * @param from day of the first price used; absent when there is none
 * @param to day of the last price used
 * @param returns how many daily returns there are
 * @param values every {@link QuantMetric} once, in their order
 * @param drawdown the deepest fall; absent when there is too little history or no fall
 */
public record WindowReport(
        QuantWindow window,
        @Nullable LocalDate from,
        LocalDate to,
        int returns,
        List<MetricValue> values,
        @Nullable Drawdown drawdown) {

    public WindowReport {
        values = List.copyOf(values);
    }

    /** The value of one figure. */
    public MetricValue value(QuantMetric metric) {
        return values.stream()
                .filter(value -> value.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
