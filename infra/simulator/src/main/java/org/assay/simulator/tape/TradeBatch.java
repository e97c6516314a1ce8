package org.assay.simulator.tape;

import java.util.Arrays;

/** Consecutive trades of one market, by column; reused. */
public final class TradeBatch {

    private long[] number = new long[64];
    private long[] timeUs = new long[64];
    private long[] price = new long[64];
    private long[] amount = new long[64];
    private boolean[] buy = new boolean[64];
    private int size;

    /** How many trades. */
    public int size() {
        return size;
    }

    /** Empties the batch. */
    public void clear() {
        size = 0;
    }

    /** The trade's number in its market, from 0. */
    public long number(int i) {
        return number[i];
    }

    /** Microseconds since 1970. */
    public long timeUs(int i) {
        return timeUs[i];
    }

    /** Milliseconds since 1970, cut. */
    public long timeMs(int i) {
        return Math.floorDiv(timeUs[i], 1_000);
    }

    /** Price in ticks. */
    public long price(int i) {
        return price[i];
    }

    /** Amount in lots. */
    public long amount(int i) {
        return amount[i];
    }

    /** Whether the taker bought. */
    public boolean buy(int i) {
        return buy[i];
    }

    void add(long newNumber, long newTimeUs, long newPrice, long newAmount, boolean newBuy) {
        if (size == number.length) {
            int length = size * 2;
            number = Arrays.copyOf(number, length);
            timeUs = Arrays.copyOf(timeUs, length);
            price = Arrays.copyOf(price, length);
            amount = Arrays.copyOf(amount, length);
            buy = Arrays.copyOf(buy, length);
        }
        number[size] = newNumber;
        timeUs[size] = newTimeUs;
        price[size] = newPrice;
        amount[size] = newAmount;
        buy[size] = newBuy;
        size++;
    }

    /** Appends a trade of another batch. */
    public void add(TradeBatch from, int i) {
        add(from.number[i], from.timeUs[i], from.price[i], from.amount[i], from.buy[i]);
    }
}
