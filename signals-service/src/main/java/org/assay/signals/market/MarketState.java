package org.assay.signals.market;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Market;
import org.assay.signals.candle.Bucket;
import org.assay.signals.candle.DirtyCandles;
import org.assay.signals.price.DecayedPrice;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one market that changes from trade to trade, kept as one value so that a trade costs one write. Older
 * minutes lie in the bucket store. Mutable, owned by one stream task.
 */
final class MarketState {

    static final long NONE = Long.MIN_VALUE;

    private static final int FORMAT = 1;

    Market market;
    private final String name;
    /** When in a minute its open candles are published. */
    final long moment;
    /** The minute in which the first trade was received; {@link #NONE} before it. */
    long firstMinute = NONE;
    /** From when on the stream was followed without a break. */
    long watchedFrom = NONE;
    /** Minutes before this time are closed. */
    long closedBefore = NONE;
    /** The end of the newest candle of the venue's own history. */
    long historyBefore = NONE;
    /** The last price of the newest closed minute. */
    @Nullable
    BigDecimal lastClose;

    long headOpen = NONE;
    /** The newest minute that had a trade. */
    @Nullable
    Bucket head;

    DecayedPrice price = DecayedPrice.empty();
    /** Minutes not closed yet of which some moment was not watched. */
    NavigableSet<Long> unwatched = new TreeSet<>();

    Map<String, KnownGap> gaps = new TreeMap<>();
    DirtyCandles dirty = DirtyCandles.none();

    MarketState(Market market) {
        this.market = market;
        this.name = market.getVenue() + ":" + market.getSymbol();
        this.moment = Cadence.moment(name);
    }

    boolean started() {
        return firstMinute != NONE;
    }

    String name() {
        return name;
    }

    /** Intervals that end at or before this time are closed: by the ticks, or because they are history. */
    long settledBefore() {
        return started() ? closedBefore : historyBefore;
    }

    /** Whether a minute, closed or not, was watched throughout and no open gap touches it. */
    boolean isComplete(long minuteUs, Bucket bucket) {
        if (bucket.isUnwatched() || unwatched.contains(minuteUs)) {
            return false;
        }
        boolean stillOpen = started() && minuteUs >= closedBefore;
        if (stillOpen && minuteUs < watchedFrom) {
            return false;
        }
        long endUs = minuteUs + Interval.M1.micros();
        for (KnownGap gap : gaps.values()) {
            if (gap.open() && gap.touches(minuteUs, endUs)) {
                return false;
            }
        }
        return true;
    }

    byte[] write(StateWriter out) {
        out.unsigned(FORMAT);
        out.text(market.getVenue()).text(market.getSymbol());
        out.text(market.getBaseToken()).text(market.getQuoteToken());
        out.signed(firstMinute).signed(watchedFrom).signed(closedBefore).signed(historyBefore);
        out.decimal(lastClose).signed(headOpen).flag(head != null);
        if (head != null) {
            head.write(out);
        }
        price.write(out);
        out.ascending(unwatched).unsigned(gaps.size());
        gaps.forEach((id, gap) ->
                out.text(id).signed(gap.fromUs()).signed(gap.toUs()).flag(gap.open()));
        dirty.write(out);
        return out.take();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException when the bytes are no state of a known format
     */
    static MarketState read(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        long format = in.unsigned();
        if (format != FORMAT) {
            throw new IllegalStateException("A market's state of format " + format + "; this version reads " + FORMAT);
        }
        MarketState state = new MarketState(Market.newBuilder()
                .setVenue(in.text())
                .setSymbol(in.text())
                .setBaseToken(in.text())
                .setQuoteToken(in.text())
                .build());
        state.firstMinute = in.signed();
        state.watchedFrom = in.signed();
        state.closedBefore = in.signed();
        state.historyBefore = in.signed();
        state.lastClose = in.decimal();
        state.headOpen = in.signed();
        state.head = in.flag() ? Bucket.read(in) : null;
        state.price = DecayedPrice.read(in);
        state.unwatched = in.ascending();
        for (int left = in.count(); left > 0; left--) {
            state.gaps.put(in.text(), new KnownGap(in.signed(), in.signed(), in.flag()));
        }
        state.dirty = DirtyCandles.read(in);
        return state;
    }
}
