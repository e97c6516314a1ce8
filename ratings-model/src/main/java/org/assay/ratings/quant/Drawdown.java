package org.assay.ratings.quant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The deepest fall of a window.
 *
 * @param depth price at the trough over price at the peak, less 1: 0 or negative
 * @param peak day of the high that the fall began from
 * @param trough day of the low
 * @param recovery first day after the trough on which the peak's price was reached again; absent while it is not
 */
public record Drawdown(
        double depth,
        LocalDate peak,
        LocalDate trough,
        @Nullable LocalDate recovery) {}
