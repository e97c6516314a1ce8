package org.assay.ratings.quant;

import java.time.LocalDate;
import java.util.List;

/**
 * A token's figures as of the close of a day, from closes of that day and before only.
 *
 * @param asOf the UTC day
 * @param settings what they assume
 * @param windows every {@link QuantWindow} once, in their order
 */
public record QuantReport(LocalDate asOf, QuantSettings settings, List<WindowReport> windows) {

    public QuantReport {
        windows = List.copyOf(windows);
    }

    /** The figures of one window. */
    public WindowReport window(QuantWindow window) {
        return windows.stream()
                .filter(report -> report.window() == window)
                .findFirst()
                .orElseThrow();
    }
}
