package org.assay.ingest.venue.wire;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.VenueBar;
import org.jspecify.annotations.Nullable;

/** A candle whose columns arrive in the venue's own order. */
public final class BarDraft {

    private static final long NONE = -1;

    private final Listing market;
    private final Interval interval;
    private long openTimeUs = NONE;
    private @Nullable BigDecimal open;
    private @Nullable BigDecimal high;
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal close;
    private @Nullable BigDecimal volume;
    private @Nullable BigDecimal quoteVolume;
    private OptionalLong trades = OptionalLong.empty();

    public BarDraft(Listing market, Interval interval) {
        this.market = market;
        this.interval = interval;
    }

    /** Microseconds since the epoch. */
    public void openTimeUs(long value) {
        openTimeUs = value;
    }

    public void open(WireReader in) throws MalformedPayloadException {
        open = in.positive("open");
    }

    public void high(WireReader in) throws MalformedPayloadException {
        high = in.positive("high");
    }

    public void low(WireReader in) throws MalformedPayloadException {
        low = in.positive("low");
    }

    public void close(WireReader in) throws MalformedPayloadException {
        close = in.positive("close");
    }

    public void volume(WireReader in) throws MalformedPayloadException {
        volume = WireNumbers.notNegative(in.text("volume"), "volume");
    }

    public void quoteVolume(WireReader in) throws MalformedPayloadException {
        quoteVolume = WireNumbers.notNegative(in.text("quote volume"), "quote volume");
    }

    public void trades(WireReader in) throws MalformedPayloadException {
        trades = OptionalLong.of(in.integer("trades"));
    }

    /**
     * The candle.
     *
     * @throws MalformedPayloadException {@link Code#MISSING_FIELD} when a column has not been given
     */
    public VenueBar toBar() throws MalformedPayloadException {
        if (openTimeUs == NONE) {
            throw missing("open time");
        }
        return new VenueBar(
                market.symbol(),
                interval,
                openTimeUs,
                required(open, "open"),
                required(high, "high"),
                required(low, "low"),
                required(close, "close"),
                required(volume, "volume"),
                quoteVolume,
                trades);
    }

    private static BigDecimal required(@Nullable BigDecimal value, String column) throws MalformedPayloadException {
        if (value == null) {
            throw missing(column);
        }
        return value;
    }

    private static MalformedPayloadException missing(String column) {
        return new MalformedPayloadException(Code.MISSING_FIELD, "The candle has no " + column);
    }
}
