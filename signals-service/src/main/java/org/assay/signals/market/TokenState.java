package org.assay.signals.market;

import java.math.BigDecimal;
import org.assay.signals.candle.DirtyCandles;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** What is remembered of a token beside its markets. Mutable, owned by one stream task. */
final class TokenState {

    private static final int FORMAT = 1;

    final String token;
    /** When in a minute its open candles are published. */
    final long moment;
    /** Intervals that end at or before this time are closed. */
    long closedBefore = MarketState.NONE;
    /** The last price of the newest minute that had one. */
    @Nullable
    BigDecimal lastClose;
    /** Whether the newest record of the price history holds a price. */
    boolean priced;

    DirtyCandles dirty = DirtyCandles.none();
    /** Whether something changed since it was saved; not saved itself. */
    boolean changed;

    TokenState(String token) {
        this.token = token;
        this.moment = Cadence.moment(token);
    }

    byte[] write(StateWriter out) {
        out.unsigned(FORMAT).text(token).signed(closedBefore).decimal(lastClose).flag(priced);
        dirty.write(out);
        return out.take();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException when the bytes are no state of a known format
     */
    static TokenState read(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        long format = in.unsigned();
        if (format != FORMAT) {
            throw new IllegalStateException("A token's state of format " + format + "; this version reads " + FORMAT);
        }
        TokenState state = new TokenState(in.text());
        state.closedBefore = in.signed();
        state.lastClose = in.decimal();
        state.priced = in.flag();
        state.dirty = DirtyCandles.read(in);
        return state;
    }
}
