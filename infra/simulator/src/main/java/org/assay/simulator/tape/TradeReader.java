package org.assay.simulator.tape;

import java.util.Arrays;
import org.assay.simulator.path.Hash;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.PriceReader;
import org.jspecify.annotations.Nullable;

/** Reads trades and quotes of any market at any time; cheapest when read forward. One thread at a time. */
public final class TradeReader {

    private static final double USUAL_NOTIONAL_USD = 120;
    private static final double NOTIONAL_SPREAD = 1.3;
    private static final long QUOTE_STEP_US = 250_000;
    /** The amounts are about log-normal: their mean is this many times the usual one. */
    private static final double MEAN_TO_USUAL_AMOUNT = 2.3;

    private static final long MINUTE_US = 60_000_000;
    private static final long HOUR_US = 60 * MINUTE_US;
    /** How far a minute reaches beyond its ends, relative to the price: about half a deviation of a usual minute. */
    private static final double MINUTE_REACH = 0.02 / StrictMath.sqrt(1_440);

    private final Tapes tapes;
    private final PriceReader prices;
    private final Tape.@Nullable Block[] blocks;
    private final double[] priceScales;
    private final double[] amountScales;
    private Tapes.State state;

    /** A reader of these tapes. */
    public TradeReader(Tapes tapes) {
        this.tapes = tapes;
        this.prices = new PriceReader(tapes.universe());
        int count = tapes.universe().markets().size();
        this.blocks = new Tape.Block[count];
        this.priceScales = new double[count];
        this.amountScales = new double[count];
        for (Market market : tapes.universe().markets()) {
            double usd = tapes.universe().usualUsd(market.base());
            priceScales[market.index()] = StrictMath.pow(10, market.priceDecimals());
            amountScales[market.index()] = USUAL_NOTIONAL_USD / usd * StrictMath.pow(10, market.amountDecimals());
        }
        this.state = tapes.state();
    }

    /** The number of the first trade that does not happen before a time. */
    public long countBefore(Market market, long timeUs) {
        return tape(market).countBefore(timeUs, block(market));
    }

    /** When a trade happens, microseconds since 1970. */
    public long timeUs(Market market, long number) {
        return tape(market).timeUs(number, block(market));
    }

    /** Appends the trades numbered {@code [from, to)}. */
    public void read(Market market, long from, long to, TradeBatch batch) {
        Tape tape = tape(market);
        Tape.Block block = block(market);
        for (long number = from; number < to; number++) {
            long timeUs = tape.timeUs(number, block);
            long hash = Hash.of(market.seed(), number, 1);
            double buyers = 0.35 + 0.3 * Hash.unit(Hash.of(block.hash(), 500));
            boolean buy = Hash.unit(hash) < buyers;
            double depth = market.halfSpread() * (1 + 0.8 * Hash.unit(Hash.of(hash, 1)));
            double logPrice = prices.logMid(market, timeUs) + (buy ? depth : -depth);
            batch.add(number, timeUs, ticks(market, logPrice), amount(market, hash), buy);
        }
    }

    /** The price, in ticks, of the trade before trade {@code number}, which is not the first one. */
    public long priceBefore(Market market, long number, TradeBatch scratch) {
        scratch.clear();
        read(market, number - 1, number, scratch);
        return scratch.price(0);
    }

    /** The middle price in ticks. */
    public long mid(Market market, long timeUs) {
        return ticks(market, prices.logMid(market, timeUs));
    }

    /**
     * The best bid and offer.
     *
     * @param bid in ticks, below {@code ask}
     * @param bidAmount in lots
     * @param ask in ticks
     * @param askAmount in lots
     */
    public record Quote(long bid, long bidAmount, long ask, long askAmount) {}

    /** The best bid and offer at a time; it changes four times a second. */
    public Quote quote(Market market, long timeUs) {
        long step = Math.floorDiv(timeUs, QUOTE_STEP_US);
        double logMid = prices.logMid(market, step * QUOTE_STEP_US);
        long bid = ticks(market, logMid - market.halfSpread());
        long ask = Math.max(bid + 1, ticks(market, logMid + market.halfSpread()));
        long hash = Hash.of(market.seed(), step, 2);
        return new Quote(bid, 3 * amount(market, hash), ask, 3 * amount(market, Hash.of(hash, 1)));
    }

    /**
     * The last 24 hours of a market, as tickers tell them; sampled every hour.
     *
     * @param open in ticks, as are {@code high} and {@code low}
     * @param volume in lots
     */
    public record Day(long open, long high, long low, long volume) {}

    /** The 24 hours before a time, from the price path and the usual volume. */
    public Day day(Market market, long timeUs) {
        long open = mid(market, timeUs - 24 * HOUR_US);
        long high = open;
        long low = open;
        for (int hour = 23; hour >= 0; hour--) {
            long price = mid(market, timeUs - hour * HOUR_US);
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        double trades = state.schedule().currentRate() * market.weight() * 86_400;
        return new Day(open, high, low, (long) (trades * amountScales[market.index()] * MEAN_TO_USUAL_AMOUNT));
    }

    /**
     * Reads minutes of which no trades exist from the price path.
     *
     * @param fromUs when the first of them opens
     * @param count how many, not more than {@code into} holds
     */
    public void pathMinutes(Market market, long fromUs, int count, PathMinutes into) {
        prices.logMids(market, fromUs, into.logs, count + 1);
        double rate = state.schedule().segments().getFirst().tradesPerSecond() * market.weight() * 60;
        double amountScale = amountScales[market.index()];
        double reach = market.halfSpread() + MINUTE_REACH;
        for (int i = 0; i < count; i++) {
            long hash = Hash.of(market.seed(), fromUs + i * MINUTE_US, 3);
            long trades = Math.max(1, Math.round(rate * (0.5 + Hash.unit(Hash.of(hash, 3)))));
            double open = into.logs[i];
            double close = trades == 1 ? open : into.logs[i + 1];
            double beyond = trades == 1 ? 0 : reach;
            into.highs[i] = Math.max(open, close) + beyond * Hash.unit(Hash.of(hash, 1));
            into.lows[i] = Math.min(open, close) - beyond * Hash.unit(Hash.of(hash, 2));
            into.closes[i] = close;
            double usual = trades * amountScale * MEAN_TO_USUAL_AMOUNT;
            into.volumes[i] = Math.max(trades, (long) (usual * (0.6 + 0.8 * Hash.unit(Hash.of(hash, 4)))));
            into.trades[i] = trades;
        }
    }

    /** A price in ticks, at least 1, from its logarithm. Grows with it. */
    public long ticks(Market market, double logPrice) {
        return Math.max(1, Math.round(StrictMath.exp(logPrice) * priceScales[market.index()]));
    }

    private long amount(Market market, long hash) {
        double size = StrictMath.exp(NOTIONAL_SPREAD * Hash.normal(Hash.of(hash, 2)));
        return Math.max(1, Math.round(amountScales[market.index()] * size));
    }

    private Tape tape(Market market) {
        Tapes.State now = tapes.state();
        if (now.version() != state.version()) {
            // Blocks of the old tapes may have been cut off.
            Arrays.fill(blocks, null);
            state = now;
        }
        return now.tapes().get(market.index());
    }

    private Tape.Block block(Market market) {
        Tape.Block block = blocks[market.index()];
        if (block == null) {
            block = new Tape.Block();
            blocks[market.index()] = block;
        }
        return block;
    }
}
