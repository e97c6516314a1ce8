package org.assay.signals.state;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Writes values one after the other, without names or tags; {@link StateReader} reads them in the same order.
 *
 * <p>Integers are base-128 varints, the low seven bits first; signed ones in zigzag form.
 */
public final class StateWriter {

    static final int NO_DECIMAL = 0;
    static final int SMALL_DECIMAL = 1;
    static final int LARGE_DECIMAL = 2;
    /** A decimal of so many digits always fits a long. */
    private static final int LONG_DIGITS = 18;

    private byte[] buffer = new byte[256];
    private int position;

    /** A whole number from 0; small ones take one byte. */
    public StateWriter unsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            buffer[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[position++] = (byte) rest;
        return this;
    }

    /** Any whole number; those near 0 take one byte. */
    public StateWriter signed(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    public StateWriter flag(boolean value) {
        ensure(1);
        buffer[position++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** All 64 bits of the number, as they are. */
    public StateWriter real(double value) {
        return fixed(Double.doubleToRawLongBits(value));
    }

    /** Eight bytes, the most significant first. */
    public StateWriter fixed(long value) {
        ensure(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[position++] = (byte) (value >>> shift);
        }
        return this;
    }

    public StateWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        unsigned(bytes.length);
        return raw(bytes);
    }

    /** The exact number, scale included. */
    public StateWriter decimal(@Nullable BigDecimal value) {
        if (value == null) {
            return unsigned(NO_DECIMAL);
        }
        if (value.precision() <= LONG_DIGITS) {
            return unsigned(SMALL_DECIMAL)
                    .signed(value.scale())
                    .signed(value.unscaledValue().longValue());
        }
        byte[] digits = value.unscaledValue().toByteArray();
        return unsigned(LARGE_DECIMAL)
                .signed(value.scale())
                .unsigned(digits.length)
                .raw(digits);
    }

    /** Ascending numbers, as differences. */
    public StateWriter ascending(Collection<Long> values) {
        unsigned(values.size());
        long before = 0;
        for (long value : values) {
            signed(value - before);
            before = value;
        }
        return this;
    }

    private StateWriter raw(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, position, bytes.length);
        position += bytes.length;
        return this;
    }

    private void ensure(int more) {
        if (position + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, position + more));
        }
    }

    /** What was written since the last call; the writer is empty then and can be used again. */
    public byte[] take() {
        byte[] taken = Arrays.copyOf(buffer, position);
        position = 0;
        return taken;
    }
}
