package org.assay.ingest.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.assay.ingest.venue.HeardFrames;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.RecordedLines;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueAdapter.Recognition;
import org.assay.ingest.venue.VenueQuote;
import org.junit.jupiter.api.Test;

/** Frames that others recorded. Those of version 5 are few, and the trades among them are a derivative's. */
class BybitRecordedFramesTest {

    private final BybitAdapter adapter = new BybitAdapter();

    @Test
    void frames_of_version_5_are_read_exactly() {
        HeardFrames heard = RecordedLines.feed(
                adapter,
                List.of(
                        RecordedLines.whole("nautilus/bybit/ws_subscription_ack.json"),
                        RecordedLines.whole("nautilus/bybit/ws_orderbook_snapshot.json"),
                        RecordedLines.whole("nautilus/bybit/ws_orderbook_delta.json"),
                        RecordedLines.whole("nautilus/bybit/ws_subscription_failure.json"),
                        RecordedLines.whole("nautilus/bybit/ws_kline.json"),
                        RecordedLines.whole("nautilus/bybit/ws_public_trade.json")));

        assertThat(heard.quotes)
                .containsExactly(new VenueQuote(
                        "BTCUSDT",
                        new BigDecimal("27450.00"),
                        new BigDecimal("0.500"),
                        new BigDecimal("27451.00"),
                        new BigDecimal("0.750"),
                        OptionalLong.of(1_709_891_679_000_000L)));
        assertThat(heard.ignored).containsExactly("partial orderbook delta", "kline", "trade");
        assertThat(heard.venueErrors).containsExactly("Invalid topic: invalid.topic.BTCUSDT");
        assertThat(heard.subscribed).isEmpty();
        assertThat(heard.trades).isEmpty();
    }

    @Test
    void spot_instruments_are_read_exactly() throws MalformedPayloadException {
        assertThat(adapter.readListings(RecordedLines.whole("nautilus/bybit/http_get_instruments_spot.json")))
                .containsExactly(listing("BTC", "0.1", "0.0001"), listing("ETH", "0.01", "0.00001"));
    }

    private static Listing listing(String base, String priceIncrement, String amountIncrement) {
        return new Listing(
                base + "USDT",
                base,
                "USDT",
                base + "USDT",
                Status.TRADING,
                new BigDecimal(priceIncrement),
                new BigDecimal(amountIncrement));
    }

    @Test
    void the_derivatives_of_version_2_are_neither_recognised_nor_read() {
        List<String> frames = RecordedLines.received("cryptofeed/BYBIT.ws.26.0.gz");
        HeardFrames heard = RecordedLines.feed(adapter, frames);

        assertThat(adapter.recognise(URI.create("wss://stream.bybit.com/realtime")))
                .isEqualTo(Recognition.UNSUPPORTED);
        assertThat(frames).noneMatch(adapter::recognisesFrame);
        assertThat(heard.trades).isEmpty();
        assertThat(heard.quotes).isEmpty();
        assertThat(heard.subscribed).extracting(StreamKey::symbol).isEmpty();
    }
}
