package org.assay.ingest.venue.wire;

import java.math.BigDecimal;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;

/** Exact numbers from their text. */
public final class WireNumbers {

    /** Most characters of a number. */
    static final int LONGEST = 100;

    /**
     * Most digits before or after the point. Tokens have at most 18 or 24 decimals and supplies below 10^24; a number
     * outside would become megabytes when written without an exponent.
     */
    private static final int MOST_DIGITS = 40;

    private WireNumbers() {}

    /**
     * A decimal of either sign.
     *
     * @throws MalformedPayloadException {@link Code#BAD_NUMBER}
     */
    public static BigDecimal decimal(String text, String field) throws MalformedPayloadException {
        if (text.isEmpty() || text.length() > LONGEST || !isAsciiNumber(text)) {
            throw bad(field, text);
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS) {
                throw bad(field, text);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new MalformedPayloadException(Code.BAD_NUMBER, describe(field, text), e);
        }
    }

    /**
     * A decimal greater than zero.
     *
     * @throws MalformedPayloadException {@link Code#BAD_NUMBER}
     */
    public static BigDecimal positive(String text, String field) throws MalformedPayloadException {
        BigDecimal number = decimal(text, field);
        if (number.signum() <= 0) {
            throw bad(field, text);
        }
        return number;
    }

    /**
     * A decimal not below zero.
     *
     * @throws MalformedPayloadException {@link Code#BAD_NUMBER}
     */
    public static BigDecimal notNegative(String text, String field) throws MalformedPayloadException {
        BigDecimal number = decimal(text, field);
        if (number.signum() < 0) {
            throw bad(field, text);
        }
        return number;
    }

    /**
     * An integer not below zero.
     *
     * @throws MalformedPayloadException {@link Code#BAD_NUMBER}
     */
    public static long integer(String text, String field) throws MalformedPayloadException {
        if (!isDigits(text)) {
            throw bad(field, text);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedPayloadException(Code.BAD_NUMBER, describe(field, text), e);
        }
    }

    /** Whether the text is one to nineteen ASCII digits. */
    public static boolean isDigits(String text) {
        return !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** BigDecimal would accept the digits of every script. */
    private static boolean isAsciiNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    private static MalformedPayloadException bad(String field, String text) {
        return new MalformedPayloadException(Code.BAD_NUMBER, describe(field, text));
    }

    private static String describe(String field, String text) {
        return field + " is \"" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + "\"";
    }
}
