package org.assay.ratings.panel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads dates of the form 2021-12-31 as days since 1970-01-01; remembers the last one, since neighbours are alike. */
final class Dates {

    private static final int LENGTH = 10;

    private final byte[] last = new byte[LENGTH];
    private int lastDay;

    /**
     * @throws DateTimeParseException when it is no date
     */
    int parse(byte[] bytes, int from, int to) {
        if (to - from == LENGTH && java.util.Arrays.equals(bytes, from, to, last, 0, LENGTH)) {
            return lastDay;
        }
        int day = digits(bytes, from, to)
                ? day(bytes, from)
                : Math.toIntExact(LocalDate.parse(new String(bytes, from, to - from, StandardCharsets.UTF_8))
                        .toEpochDay());
        if (to - from == LENGTH) {
            System.arraycopy(bytes, from, last, 0, LENGTH);
            lastDay = day;
        }
        return day;
    }

    private static boolean digits(byte[] bytes, int from, int to) {
        if (to - from != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 4 || i == 7;
            int symbol = bytes[from + i];
            if (dash ? symbol != '-' : symbol < '0' || symbol > '9') {
                return false;
            }
        }
        return true;
    }

    private static int day(byte[] bytes, int from) {
        int year = number(bytes, from, 4);
        int month = number(bytes, from + 5, 2);
        int day = number(bytes, from + 8, 2);
        try {
            return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
        } catch (java.time.DateTimeException e) {
            throw new DateTimeParseException(String.valueOf(e.getMessage()), "", 0, e);
        }
    }

    private static int number(byte[] bytes, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }
}
