package org.assay.signals.candle;

import java.util.Arrays;

/** A growing set of longs without an object for each: open addressing, at most half full. */
public final class LongSet {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[64];
    private int size;
    private boolean holdsZero;

    public boolean contains(long value) {
        return value == 0 ? holdsZero : slots[slotOf(slots, value)] == value;
    }

    /** Adds the value; it may be there already. */
    public void add(long value) {
        if (value == 0) {
            holdsZero = true;
            return;
        }
        int slot = slotOf(slots, value);
        if (slots[slot] == value) {
            return;
        }
        slots[slot] = value;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        Arrays.stream(slots).filter(value -> value != 0).forEach(value -> larger[slotOf(larger, value)] = value);
        slots = larger;
    }

    /** Where the value is, or the free slot where it belongs. */
    private static int slotOf(long[] slots, long value) {
        int mask = slots.length - 1;
        int slot = (int) ((value * GOLDEN_RATIO) >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
