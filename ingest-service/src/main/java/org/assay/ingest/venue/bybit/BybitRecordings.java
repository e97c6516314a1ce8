package org.assay.ingest.venue.bybit;

import java.net.URI;
import java.util.Set;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter.Recognition;
import org.assay.ingest.venue.wire.WirePath;
import org.assay.ingest.venue.wire.WireReader;

/** Tells recorded v5 spot traffic from that of older versions and of derivatives. */
final class BybitRecordings {

    private static final Set<String> TOPICS =
            Set.of("publicTrade", "orderbook", "tickers", "kline", "liquidation", "allLiquidation", "priceLimit");

    private BybitRecordings() {}

    static Recognition recognise(URI address) {
        String host = address.getHost();
        String path = address.getPath();
        if (host == null || path == null || !isBybit(host)) {
            return Recognition.FOREIGN;
        }
        if (host.startsWith("stream.")) {
            return path.equals("/v5/public/spot") ? Recognition.STREAM : Recognition.UNSUPPORTED;
        }
        if (!host.startsWith("api.") || !path.startsWith("/v5/")) {
            return Recognition.UNSUPPORTED;
        }
        return switch (path) {
            case "/v5/market/instruments-info" -> ifSpot(address, Recognition.LISTINGS);
            case "/v5/market/recent-trade" -> ifSpot(address, Recognition.TRADES);
            case "/v5/market/kline" -> ifSpot(address, Recognition.CANDLES);
            default -> Recognition.OTHER_REST;
        };
    }

    /** "Connect": the national houses have hosts of their own; bytick.com is the alternative one. Testnets are not markets. */
    private static boolean isBybit(String host) {
        int dot = host.indexOf('.');
        String domain = dot < 0 ? host : host.substring(dot + 1);
        return domain.startsWith("bybit.")
                || domain.equals("bybit-tr.com")
                || domain.equals("bybitgeorgia.ge")
                || domain.equals("bytick.com");
    }

    private static Recognition ifSpot(URI address, Recognition kind) {
        return WirePath.parameter(address, "category").orElse("").equals("spot") ? kind : Recognition.UNSUPPORTED;
    }

    static boolean recognisesFrame(String frame) {
        boolean[] marks = new boolean[3];
        try (WireReader in = WireReader.of(frame)) {
            in.object((field, value) -> {
                switch (field) {
                    case "topic" -> marks[0] = TOPICS.contains(value.word().split("\\.", 2)[0]);
                    case "ts" -> marks[1] = true;
                    case "data" -> marks[2] = value.atObject() || value.atArray();
                    default -> {}
                }
            });
        } catch (MalformedPayloadException e) {
            return false;
        }
        return marks[0] && marks[1] && marks[2];
    }
}
