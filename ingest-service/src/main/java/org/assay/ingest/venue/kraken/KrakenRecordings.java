package org.assay.ingest.venue.kraken;

import java.net.URI;
import java.util.Set;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter.Recognition;
import org.assay.ingest.venue.wire.WireReader;

/** Tells recorded traffic of WebSocket v2 and spot REST from v1's and the futures'. */
final class KrakenRecordings {

    /** The beta host serves the production market ("Spot WebSocket Introduction"). */
    private static final Set<String> STREAM_HOSTS = Set.of("ws.kraken.com", "beta-ws.kraken.com");

    private static final Set<String> CHANNELS =
            Set.of("trade", "ticker", "book", "level3", "ohlc", "instrument", "status", "heartbeat");

    private KrakenRecordings() {}

    static Recognition recognise(URI address) {
        String host = address.getHost();
        String path = address.getPath();
        if (host == null || path == null) {
            return Recognition.FOREIGN;
        }
        if (STREAM_HOSTS.contains(host)) {
            return path.equals("/v2") || path.equals("/v2/") ? Recognition.STREAM : Recognition.UNSUPPORTED;
        }
        if (host.equals("api.kraken.com")) {
            return switch (path) {
                case "/0/public/AssetPairs" -> Recognition.LISTINGS;
                case "/0/public/Trades" -> Recognition.TRADES;
                case "/0/public/OHLC" -> Recognition.CANDLES;
                default -> path.startsWith("/0/") ? Recognition.OTHER_REST : Recognition.UNSUPPORTED;
            };
        }
        return host.equals("kraken.com") || host.endsWith(".kraken.com")
                ? Recognition.UNSUPPORTED
                : Recognition.FOREIGN;
    }

    static boolean recognisesFrame(String frame) {
        boolean[] marks = new boolean[4];
        try (WireReader in = WireReader.of(frame)) {
            in.object((field, value) -> {
                switch (field) {
                    case "channel" -> {
                        marks[0] = CHANNELS.contains(value.word());
                        marks[1] |= value.word().equals("heartbeat");
                    }
                    case "data" -> marks[1] |= value.atArray();
                    case "method" -> marks[2] = true;
                    case "time_in" -> marks[3] = true;
                    default -> {}
                }
            });
        } catch (MalformedPayloadException e) {
            return false;
        }
        return (marks[0] && marks[1]) || (marks[2] && marks[3]);
    }
}
