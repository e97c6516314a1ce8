package org.assay.simulator.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Builds JSON as bytes without objects in between. Reused; one thread at a time. */
public final class JsonBytes {

    private static final long DAY_US = 86_400_000_000L;

    private byte[] bytes;
    private int length;
    private long cachedDay = Long.MIN_VALUE;
    private String cachedDate = "";

    /** An empty one. */
    public JsonBytes() {
        this.bytes = new byte[512];
    }

    /** Empties it. */
    public JsonBytes clear() {
        length = 0;
        return this;
    }

    /** How many bytes. */
    public int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    /** A copy of what was built. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** ASCII text as it is. */
    // The deprecated copy is the one that takes ASCII without encoding it; the texts here are ASCII by contract.
    @SuppressWarnings("deprecation")
    public JsonBytes raw(String ascii) {
        int count = ascii.length();
        room(count);
        ascii.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    /** A text as a JSON string, in quotes and escaped. */
    public JsonBytes text(String value) {
        one('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                one('\\');
                one(c);
            } else if (c < ' ' || c > '~') {
                raw(String.format("\\u%04x", (int) c));
            } else {
                one(c);
            }
        }
        one('"');
        return this;
    }

    /** A whole number. */
    public JsonBytes number(long value) {
        return decimal(value, 0);
    }

    /** {@code unscaled} / 10^{@code scale}, with all its decimal places. */
    public JsonBytes decimal(long unscaled, int scale) {
        room(24 + scale);
        long rest = unscaled;
        if (rest < 0) {
            bytes[length++] = '-';
            rest = -rest;
        }
        int digits = Math.max(digits(rest), scale + 1);
        int end = length + digits + (scale > 0 ? 1 : 0);
        int place = end;
        for (int i = 0; i < digits; i++) {
            if (i == scale && scale > 0) {
                bytes[--place] = '.';
            }
            bytes[--place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
        return this;
    }

    /** The same, with zeros added up to {@code places} decimal places. */
    public JsonBytes padded(long unscaled, int scale, int places) {
        decimal(unscaled, scale);
        if (scale == 0 && places > 0) {
            one('.');
        }
        for (int i = scale; i < places; i++) {
            one('0');
        }
        return this;
    }

    /** {@code unscaled} / 10^{@code scale}, with all its decimal places. */
    public JsonBytes decimal(BigInteger unscaled, int scale) {
        if (unscaled.bitLength() < 63) {
            return decimal(unscaled.longValueExact(), scale);
        }
        String digits = unscaled.toString();
        int whole = digits.length() - scale;
        raw(digits.substring(0, whole));
        return scale == 0 ? this : raw(".").raw(digits.substring(whole));
    }

    /** {@code unscaled} / 10^{@code scale} with exactly {@code places} decimal places, the rest cut. */
    public JsonBytes cut(BigInteger unscaled, int scale, int places) {
        return places >= scale
                ? decimal(unscaled.multiply(BigInteger.TEN.pow(places - scale)), places)
                : decimal(unscaled.divide(BigInteger.TEN.pow(scale - places)), places);
    }

    /** A time as {@code 2026-11-21T10:15:30.123456Z}, without quotes. */
    public JsonBytes time(long timeUs) {
        long day = Math.floorDiv(timeUs, DAY_US);
        if (day != cachedDay) {
            cachedDay = day;
            cachedDate = LocalDate.ofEpochDay(day).toString() + 'T';
        }
        raw(cachedDate);
        long ofDay = timeUs - day * DAY_US;
        long seconds = ofDay / 1_000_000;
        digits(seconds / 3_600, 2).one(':');
        digits(seconds / 60 % 60, 2).one(':');
        digits(seconds % 60, 2).one('.');
        return digits(ofDay % 1_000_000, 6).one('Z');
    }

    /** A whole number with leading zeros. */
    public JsonBytes digits(long value, int width) {
        room(width);
        long rest = value;
        for (int i = width - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
        return this;
    }

    /** The last {@code width} hexadecimal digits of a number, lower case. */
    public JsonBytes hex(long value, int width) {
        room(width);
        long rest = value;
        for (int i = width - 1; i >= 0; i--) {
            bytes[length + i] = (byte) Character.forDigit((int) (rest & 0xF), 16);
            rest >>>= 4;
        }
        length += width;
        return this;
    }

    private JsonBytes one(char c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    private static int digits(long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        return count;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
