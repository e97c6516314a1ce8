package org.assay.ingest.venue.coinbase;

import java.net.URI;
import java.util.Set;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter.Recognition;
import org.assay.ingest.venue.wire.WireReader;

/** Tells recorded traffic of the Exchange feed from that of Coinbase's other interfaces. */
final class CoinbaseRecordings {

    /** The Exchange was called GDAX until 2018 and Coinbase Pro until 2022; the formats are the same. */
    private static final Set<String> STREAM_HOSTS = Set.of(
            "ws-feed.exchange.coinbase.com",
            "ws-direct.exchange.coinbase.com",
            "ws-feed.pro.coinbase.com",
            "ws-feed.gdax.com");

    private static final Set<String> REST_HOSTS =
            Set.of("api.exchange.coinbase.com", "api.pro.coinbase.com", "api.gdax.com");

    private static final Set<String> TYPES = Set.of(
            "match",
            "last_match",
            "ticker",
            "heartbeat",
            "subscriptions",
            "snapshot",
            "l2update",
            "received",
            "open",
            "done",
            "change",
            "activate");

    private CoinbaseRecordings() {}

    static Recognition recognise(URI address) {
        String host = address.getHost();
        String path = address.getPath();
        if (host == null || path == null) {
            return Recognition.FOREIGN;
        }
        if (STREAM_HOSTS.contains(host)) {
            return Recognition.STREAM;
        }
        if (REST_HOSTS.contains(host)) {
            return ofRest(path);
        }
        return host.endsWith(".coinbase.com") || host.endsWith(".gdax.com")
                ? Recognition.UNSUPPORTED
                : Recognition.FOREIGN;
    }

    private static Recognition ofRest(String path) {
        if (path.equals("/products") || path.equals("/products/")) {
            return Recognition.LISTINGS;
        }
        if (path.startsWith("/products/")) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            return switch (last) {
                case "trades" -> Recognition.TRADES;
                case "candles" -> Recognition.CANDLES;
                default -> Recognition.OTHER_REST;
            };
        }
        return Recognition.OTHER_REST;
    }

    static boolean recognisesFrame(String frame) {
        boolean[] typed = new boolean[1];
        boolean[] named = new boolean[1];
        try (WireReader in = WireReader.of(frame)) {
            in.object((field, value) -> {
                switch (field) {
                    case "type" -> typed[0] = TYPES.contains(value.word());
                    case "product_id" -> named[0] |= value.word().indexOf('-') > 0;
                    case "channels" -> named[0] |= value.atArray();
                    default -> {}
                }
            });
        } catch (MalformedPayloadException e) {
            return false;
        }
        return typed[0] && named[0];
    }
}
