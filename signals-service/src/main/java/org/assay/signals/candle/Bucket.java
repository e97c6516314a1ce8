package org.assay.signals.candle;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one interval of a market or token: its prices and volumes, how it came about, and what was last said
 * of it. Mutable, owned by one stream task.
 */
public final class Bucket {

    /** Count of trades where the venue does not say. */
    public static final long UNKNOWN_TRADES = -1;

    private static final int FORMAT = 1;

    @Nullable
    BigDecimal open;

    @Nullable
    BigDecimal high;

    @Nullable
    BigDecimal low;

    @Nullable
    BigDecimal close;

    BigDecimal volume = BigDecimal.ZERO;

    @Nullable
    BigDecimal quoteVolume = BigDecimal.ZERO;

    long trades;
    Source source = Source.TRADES;
    /** The venue's own candle of this very interval, which trades and roll-ups leave alone. */
    boolean own;

    boolean complete;
    private boolean unwatched;
    private boolean textIds;
    private int spills;
    private long firstTimeUs;
    private String firstId = "";
    private long lastTimeUs;
    private String lastId = "";
    private int revision;
    private long published;
    private TradeIds ids = new TradeIds();

    /** A bucket without trades and without a price. */
    public static Bucket empty() {
        return new Bucket();
    }

    /** An interval in which nothing was traded: its prices are the last one before it, where there is one. */
    public static Bucket quiet(@Nullable BigDecimal price) {
        Bucket bucket = new Bucket();
        bucket.reprice(price);
        return bucket;
    }

    /** A venue's own candle. */
    public static Bucket ofVenue(VenueBar bar) {
        Bucket bucket = new Bucket();
        bucket.open = bar.open();
        bucket.high = bar.high();
        bucket.low = bar.low();
        bucket.close = bar.close();
        bucket.volume = bar.volume();
        bucket.quoteVolume = bar.quoteVolume();
        bucket.trades = bar.trades();
        bucket.source = Source.VENUE;
        bucket.own = true;
        return bucket;
    }

    /**
     * Takes the numeric id in. When there is no room for it, the ids held so far are given up first: they are answered, as
     * {@link #readIds} reads them, and must be remembered elsewhere.
     */
    public byte @Nullable [] addId(long id, StateWriter scratch) {
        if (ids.add(id)) {
            return null;
        }
        ids.write(scratch);
        spills++;
        ids = new TradeIds();
        ids.add(id);
        return scratch.take();
    }

    /** Reads ids that a bucket gave up. */
    public static void readIds(byte[] givenUp, LongConsumer consumer) {
        TradeIds.read(new StateReader(givenUp)).forEach(consumer);
    }

    /** Whether the numeric id is held here; it may have been {@linkplain #spills() given up} too. */
    public boolean holdsId(long id) {
        return ids.contains(id);
    }

    /** How many times ids were given up. */
    public int spills() {
        return spills;
    }

    /** Whether ids that are no numbers are remembered elsewhere. */
    public boolean hasTextIds() {
        return textIds;
    }

    /** Takes note that an id that is no number is remembered elsewhere. */
    public void markTextIds() {
        textIds = true;
    }

    /** Adds a trade of this interval that was not added before; the order of calls makes no difference. */
    public void add(Execution trade) {
        BigDecimal price = trade.price();
        boolean first = trades == 0;
        if (first || Execution.compare(trade.timeUs(), trade.id(), firstTimeUs, firstId) < 0) {
            open = price;
            firstTimeUs = trade.timeUs();
            firstId = trade.id();
        }
        if (first || Execution.compare(trade.timeUs(), trade.id(), lastTimeUs, lastId) > 0) {
            close = price;
            lastTimeUs = trade.timeUs();
            lastId = trade.id();
        }
        if (first || price.compareTo(Objects.requireNonNull(high)) > 0) {
            high = price;
        }
        if (first || price.compareTo(Objects.requireNonNull(low)) < 0) {
            low = price;
        }
        volume = volume.add(trade.amount());
        quoteVolume = Objects.requireNonNull(quoteVolume).add(price.multiply(trade.amount()));
        trades += trade.count();
    }

    /** Sets the one price of an interval without trades. */
    public void reprice(@Nullable BigDecimal price) {
        open = price;
        high = price;
        low = price;
        close = price;
    }

    /** Whether nothing was traded. */
    public boolean isQuiet() {
        return trades <= 0 && volume.signum() == 0;
    }

    /** Whether it is an interval without trades as this service saw it, whose price follows the candle before it. */
    public boolean followsPrice() {
        return isQuiet() && source == Source.TRADES;
    }

    /** The last price; null when the interval has none. */
    public @Nullable BigDecimal close() {
        return close;
    }

    /** Time of the first trade; 0 unless built from trades. */
    long firstTimeUs() {
        return firstTimeUs;
    }

    /** Time of the last trade; 0 unless built from trades. */
    long lastTimeUs() {
        return lastTimeUs;
    }

    /** Whether these are the venue's own numbers of this very interval. */
    public boolean isOwn() {
        return own;
    }

    /** Whether the market was not watched throughout. */
    public boolean isUnwatched() {
        return unwatched;
    }

    public void setUnwatched(boolean unwatched) {
        this.unwatched = unwatched;
    }

    public boolean isComplete() {
        return complete;
    }

    public void setComplete(boolean complete) {
        this.complete = complete;
    }

    /** 0 until closed, 1 when first closed, one more with each amendment. */
    public int revision() {
        return revision;
    }

    /** Carries over what was last said of the same interval. */
    public Bucket continuing(@Nullable Bucket before) {
        if (before != null) {
            revision = before.revision;
            published = before.published;
        }
        return this;
    }

    /** Takes note that the interval is closed; answers whether there is something new to say, as a new revision. */
    public boolean close(StateWriter scratch) {
        long content = content(scratch);
        if (revision > 0 && content == published) {
            return false;
        }
        revision++;
        published = content;
        return true;
    }

    private long content(StateWriter scratch) {
        writeNumbers(scratch);
        long hash = 0xcbf29ce484222325L;
        for (byte next : scratch.flag(complete).take()) {
            hash = (hash ^ next) * 0x100000001b3L;
        }
        return hash;
    }

    private void writeNumbers(StateWriter out) {
        out.decimal(open).decimal(high).decimal(low).decimal(close);
        out.decimal(volume).decimal(quoteVolume).signed(trades).unsigned(source.code());
    }

    public void write(StateWriter out) {
        out.unsigned(FORMAT);
        writeNumbers(out);
        int flags = (own ? 1 : 0) | (complete ? 2 : 0) | (unwatched ? 4 : 0) | (textIds ? 8 : 0);
        out.unsigned(flags).unsigned(revision).fixed(published);
        out.signed(firstTimeUs).text(firstId).signed(lastTimeUs - firstTimeUs).text(lastId);
        out.unsigned(spills);
        ids.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException when the bytes are no bucket of a known format
     */
    public static Bucket read(StateReader in) {
        long format = in.unsigned();
        if (format != FORMAT) {
            throw new IllegalStateException("A bucket of format " + format + "; this version reads " + FORMAT);
        }
        Bucket bucket = new Bucket();
        bucket.open = in.decimal();
        bucket.high = in.decimal();
        bucket.low = in.decimal();
        bucket.close = in.decimal();
        bucket.volume = in.presentDecimal();
        bucket.quoteVolume = in.decimal();
        bucket.trades = in.signed();
        bucket.source = Source.ofCode(in.unsigned());
        long flags = in.unsigned();
        bucket.own = (flags & 1) != 0;
        bucket.complete = (flags & 2) != 0;
        bucket.unwatched = (flags & 4) != 0;
        bucket.textIds = (flags & 8) != 0;
        bucket.revision = (int) in.unsigned();
        bucket.published = in.fixed();
        bucket.firstTimeUs = in.signed();
        bucket.firstId = in.text();
        bucket.lastTimeUs = bucket.firstTimeUs + in.signed();
        bucket.lastId = in.text();
        bucket.spills = (int) in.unsigned();
        bucket.ids = TradeIds.read(in);
        return bucket;
    }
}
