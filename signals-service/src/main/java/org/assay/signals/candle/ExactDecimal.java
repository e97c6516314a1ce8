package org.assay.signals.candle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Reads and writes the decimal strings of the events. */
public final class ExactDecimal {

    /** Rounding of what is not exact by nature (a mean, a converted price): 12 significant digits, half to even. */
    public static final MathContext DERIVED = new MathContext(12, RoundingMode.HALF_EVEN);

    // Beyond these a number is a fault of its sender, and would cost without bound to write out.
    private static final int MOST_CHARACTERS = 64;
    private static final int MOST_SCALE = 64;

    private ExactDecimal() {}

    /**
     * The number without trailing zeros, so that equal numbers are equal in every way.
     *
     * @throws NumberFormatException when it is no decimal number, or absurdly long, large or small
     */
    public static BigDecimal parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new NumberFormatException("Longer than " + MOST_CHARACTERS + " characters");
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        if (Math.abs(value.scale()) > MOST_SCALE) {
            throw new NumberFormatException("Out of range");
        }
        return value;
    }

    /** Plain digits, without exponent and trailing zeros. */
    public static String write(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
