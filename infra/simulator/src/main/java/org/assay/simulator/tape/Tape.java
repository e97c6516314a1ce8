package org.assay.simulator.tape;

import java.util.List;
import org.assay.simulator.path.Hash;
import org.assay.simulator.universe.Market;

/**
 * When each trade of one market happens. Time is cut into blocks that hold the same number of trades each, at random
 * moments of the block, some at the very same moment as the one before: any trade's time, and the number of trades
 * before any time, is known without those before it. Where the rate changes, the block is cut off and a new one begins.
 *
 * <p>Immutable. {@link Block} holds the block last looked at.
 */
final class Tape {

    static final int BLOCK = 16;

    private static final double SAME_MOMENT = 0.2;
    private static final double MICROS_PER_SECOND = 1e6;

    private final long seed;
    private final long[] starts;
    private final long[] firstNumbers;
    private final long[] blockLengths;

    Tape(Market market, List<RateSchedule.Segment> segments) {
        int count = segments.size();
        seed = market.seed();
        starts = new long[count];
        firstNumbers = new long[count];
        blockLengths = new long[count];
        Block block = new Block();
        for (int i = 0; i < count; i++) {
            RateSchedule.Segment segment = segments.get(i);
            starts[i] = segment.fromUs();
            double rate = segment.tradesPerSecond() * market.weight();
            blockLengths[i] = Math.max(1, Math.round(BLOCK * MICROS_PER_SECOND / rate));
            firstNumbers[i] = i == 0 ? 0 : firstNumbers[i - 1] + before(i - 1, starts[i], block);
        }
    }

    /** The block last looked at, so that reading forward costs little. One thread at a time. */
    static final class Block {
        private int segment = -1;
        private long index = -1;
        private long hash;
        private final long[] times = new long[BLOCK];

        /** What all trades of the block have in common. */
        long hash() {
            return hash;
        }
    }

    /** How many trades happen before a time. */
    long countBefore(long timeUs, Block block) {
        int segment = starts.length - 1;
        while (segment >= 0 && starts[segment] >= timeUs) {
            segment--;
        }
        return segment < 0 ? 0 : firstNumbers[segment] + before(segment, timeUs, block);
    }

    /** When a trade happens, microseconds since 1970. */
    long timeUs(long number, Block block) {
        int segment = starts.length - 1;
        while (firstNumbers[segment] > number) {
            segment--;
        }
        long place = number - firstNumbers[segment];
        open(segment, place / BLOCK, block);
        return block.times[(int) (place % BLOCK)];
    }

    private long before(int segment, long timeUs, Block block) {
        long index = (timeUs - starts[segment]) / blockLengths[segment];
        open(segment, index, block);
        int inBlock = 0;
        while (inBlock < BLOCK && block.times[inBlock] < timeUs) {
            inBlock++;
        }
        return index * BLOCK + inBlock;
    }

    private void open(int segment, long index, Block block) {
        if (block.segment == segment && block.index == index) {
            return;
        }
        long length = blockLengths[segment];
        long start = starts[segment] + index * length;
        block.hash = Hash.of(Hash.of(seed, starts[segment]), index);
        long[] times = block.times;
        for (int i = 0; i < BLOCK; i++) {
            long time = start + (long) (Hash.unit(Hash.of(block.hash, i)) * length);
            int place = i;
            while (place > 0 && times[place - 1] > time) {
                times[place] = times[place - 1];
                place--;
            }
            times[place] = time;
        }
        for (int i = 1; i < BLOCK; i++) {
            if (Hash.unit(Hash.of(block.hash, 100 + i)) < SAME_MOMENT) {
                times[i] = times[i - 1];
            }
        }
        block.segment = segment;
        block.index = index;
    }
}
