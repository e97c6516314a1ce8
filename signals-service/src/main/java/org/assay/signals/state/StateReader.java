package org.assay.signals.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link StateWriter} wrote, in the same order.
 *
 * <p>Every method throws {@link IllegalStateException} when the bytes end early or are none of its kind.
 */
public final class StateReader {

    private final byte[] bytes;
    private int position;

    public StateReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = next();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("A number in the state is longer than 64 bits");
    }

    public long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** An {@link #unsigned()} that counts things to come. */
    public int count() {
        long count = unsigned();
        if (count < 0 || count > bytes.length) {
            throw new IllegalStateException("The state counts " + count + " items in " + bytes.length + " bytes");
        }
        return (int) count;
    }

    public boolean flag() {
        return next() != 0;
    }

    public double real() {
        return Double.longBitsToDouble(fixed());
    }

    public long fixed() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | (next() & 0xff);
        }
        return value;
    }

    public String text() {
        return new String(raw(count()), StandardCharsets.UTF_8);
    }

    public @Nullable BigDecimal decimal() {
        int kind = (int) unsigned();
        return switch (kind) {
            case StateWriter.NO_DECIMAL -> null;
            case StateWriter.SMALL_DECIMAL -> {
                int scale = (int) signed();
                yield BigDecimal.valueOf(signed(), scale);
            }
            case StateWriter.LARGE_DECIMAL -> {
                int scale = (int) signed();
                yield new BigDecimal(new BigInteger(raw(count())), scale);
            }
            default -> throw new IllegalStateException("No decimal of kind " + kind);
        };
    }

    /** A decimal that must be there. */
    public BigDecimal presentDecimal() {
        BigDecimal value = decimal();
        if (value == null) {
            throw new IllegalStateException("A decimal is missing in the state");
        }
        return value;
    }

    public NavigableSet<Long> ascending() {
        NavigableSet<Long> values = new TreeSet<>();
        long value = 0;
        for (int left = count(); left > 0; left--) {
            value += signed();
            values.add(value);
        }
        return values;
    }

    private byte next() {
        if (position >= bytes.length) {
            throw new IllegalStateException("The state ends early, after " + bytes.length + " bytes");
        }
        return bytes[position++];
    }

    private byte[] raw(int length) {
        if (position + length > bytes.length) {
            throw new IllegalStateException("The state ends early, after " + bytes.length + " bytes");
        }
        byte[] raw = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return raw;
    }
}
