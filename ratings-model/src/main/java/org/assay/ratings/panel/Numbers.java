package org.assay.ratings.panel;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads decimal numbers from bytes: exactly rounded, and quickly where a number has up to 15 digits. */
final class Numbers {

    /** How a missing value may be written, besides not at all. */
    private static final Set<String> MISSING = Set.of("nan", "na", "n/a", "null", "none");

    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private Numbers() {}

    /**
     * The number in a field, NaN where it says that there is none.
     *
     * @throws NumberFormatException when it is no number
     */
    static double parse(byte[] bytes, int from, int to) {
        int position = from;
        boolean negative = position < to && bytes[position] == '-';
        if (negative) {
            position++;
        }
        long digits = 0;
        int count = 0;
        int decimals = 0;
        boolean point = false;
        for (; position < to; position++) {
            int digit = bytes[position] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                count = digits == 0 ? 0 : count + 1;
                decimals += point ? 1 : 0;
                if (count > 15) {
                    return slowly(bytes, from, to);
                }
            } else if (bytes[position] == '.' && !point) {
                point = true;
            } else {
                return slowly(bytes, from, to);
            }
        }
        if (to - from - (negative ? 1 : 0) - (point ? 1 : 0) <= 0 || decimals >= POWERS.length) {
            return slowly(bytes, from, to);
        }
        double value = digits / POWERS[decimals];
        return negative ? -value : value;
    }

    private static double slowly(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (text.isEmpty() || MISSING.contains(lower)) {
            return Double.NaN;
        }
        if (INFINITE.contains(lower)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                throw new NumberFormatException(text);
            }
        }
        return Double.parseDouble(text);
    }
}
