package org.assay.ratings.quant;

/** Why a figure is unknown. */
public enum MetricGap {
    /** No close on the day asked for, nor shortly before. */
    NO_PRICE,
    /** Too few returns in the window. */
    INSUFFICIENT_HISTORY,
    /** Too few days on which the benchmark has a return too. */
    INSUFFICIENT_BENCHMARK,
    /** The formula divides by zero here: no losses, no spread, no drawdown. */
    UNDEFINED
}
