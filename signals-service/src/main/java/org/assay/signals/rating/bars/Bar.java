package org.assay.signals.rating.bars;

/**
 * A bar of a token in USD over all venues.
 *
 * @param open first price, NaN where unknown
 * @param high highest
 * @param low lowest
 * @param close last, above 0
 * @param volume traded value in USD on our venues, NaN where unknown
 */
public record Bar(double open, double high, double low, double close, double volume) {

    /** The bar without numbers that cannot be: prices of 0 or less, a high below the low, a negative volume. */
    Bar cleaned() {
        boolean turned = high < low;
        return new Bar(
                open > 0 ? open : Double.NaN,
                high > 0 && !turned ? high : Double.NaN,
                low > 0 && !turned ? low : Double.NaN,
                close,
                volume >= 0 ? volume : Double.NaN);
    }
}
