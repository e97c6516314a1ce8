package org.assay.ratings.quant;

import org.jspecify.annotations.Nullable;

/**
 * One figure, or why it is unknown: exactly one of {@code value} and {@code gap} is there.
 *
 * @param metric which figure
 * @param value finite, in the metric's unit
 * @param gap why there is no value
 */
public record MetricValue(
        QuantMetric metric,
        @Nullable Double value,
        @Nullable MetricGap gap) {

    public MetricValue {
        if ((value == null) == (gap == null)) {
            throw new IllegalArgumentException("either a value or a reason for its absence: " + metric);
        }
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(metric + " is " + value);
        }
    }

    /** The value where it is finite; otherwise undefined. */
    static MetricValue of(QuantMetric metric, double value) {
        return Double.isFinite(value)
                ? new MetricValue(metric, value, null)
                : new MetricValue(metric, null, MetricGap.UNDEFINED);
    }

    static MetricValue unknown(QuantMetric metric, MetricGap gap) {
        return new MetricValue(metric, null, gap);
    }
}
