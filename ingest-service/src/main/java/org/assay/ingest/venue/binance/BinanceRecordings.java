package org.assay.ingest.venue.binance;

import java.net.URI;
import java.util.Set;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter.Recognition;
import org.assay.ingest.venue.wire.WireReader;
import org.jspecify.annotations.Nullable;

/** Tells recorded Binance spot traffic from that of Binance's other markets and of others. */
final class BinanceRecordings {

    /** Today's hosts, and those that were renamed in May 2023 ({@code CHANGELOG.md}, 2023-05-24). */
    private static final Set<String> STREAM_HOSTS =
            Set.of("stream.binance.com", "data-stream.binance.vision", "data-stream.binance.com");

    private static final Set<String> REST_HOSTS = Set.of(
            "api.binance.com",
            "api1.binance.com",
            "api2.binance.com",
            "api3.binance.com",
            "api4.binance.com",
            "api-gcp.binance.com",
            "data-api.binance.vision",
            "data.binance.com",
            "www.binance.com");

    private static final Set<String> SPOT_EVENTS =
            Set.of("trade", "aggTrade", "depthUpdate", "kline", "24hrTicker", "24hrMiniTicker", "avgPrice");

    private BinanceRecordings() {}

    static Recognition recognise(URI address) {
        String host = address.getHost();
        String path = address.getPath();
        if (host == null || path == null) {
            return Recognition.FOREIGN;
        }
        if (STREAM_HOSTS.contains(host)) {
            return path.startsWith("/stream") || path.startsWith("/ws") ? Recognition.STREAM : Recognition.UNSUPPORTED;
        }
        if (REST_HOSTS.contains(host)) {
            return ofRest(path);
        }
        return host.endsWith(".binance.com") || host.endsWith(".binance.vision")
                ? Recognition.UNSUPPORTED
                : Recognition.FOREIGN;
    }

    private static Recognition ofRest(String path) {
        return switch (path) {
            case "/api/v3/exchangeInfo" -> Recognition.LISTINGS;
            case "/api/v3/trades", "/api/v3/historicalTrades", "/api/v3/aggTrades" -> Recognition.TRADES;
            case "/api/v3/klines" -> Recognition.CANDLES;
            default -> path.startsWith("/api/v3/") ? Recognition.OTHER_REST : Recognition.UNSUPPORTED;
        };
    }

    /** The futures' frames look alike but for single fields: without an address, only certain spot ones are taken. */
    static boolean recognisesFrame(String frame) {
        Marks marks = new Marks();
        try (WireReader in = WireReader.of(frame)) {
            in.object(marks::outer);
        } catch (MalformedPayloadException e) {
            return false;
        }
        return marks.areSpot();
    }

    private static final class Marks {
        private boolean named;
        private @Nullable String event;
        private boolean ignored;
        private boolean orderType;
        private boolean updateId;
        private boolean time;
        private boolean previousUpdate;
        private boolean ask;
        private boolean partialDepth;

        void outer(String field, WireReader in) throws MalformedPayloadException {
            if (field.equals("stream")) {
                named = in.text(field).indexOf('@') > 0;
            } else if (field.equals("data") && in.atObject()) {
                in.object(this::inner);
            } else {
                inner(field, in);
            }
        }

        private void inner(String field, WireReader in) throws MalformedPayloadException {
            switch (field) {
                case "e" -> event = in.text(field);
                case "M" -> ignored = true;
                case "X" -> orderType = true;
                case "u" -> updateId = true;
                case "T" -> time = true;
                case "pu" -> previousUpdate = true;
                case "A" -> ask = true;
                case "lastUpdateId" -> partialDepth = true;
                default -> {}
            }
        }

        boolean areSpot() {
            if (orderType || previousUpdate) {
                return false;
            }
            if (event == null) {
                return (updateId && ask && !time) || (named && partialDepth);
            }
            // Spot trades end in a field "M" that is to be ignored; those of futures have none.
            return switch (event) {
                case "trade", "aggTrade" -> ignored;
                case "depthUpdate" -> !time;
                default -> SPOT_EVENTS.contains(event);
            };
        }
    }
}
