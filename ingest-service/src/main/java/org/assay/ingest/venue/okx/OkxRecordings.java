package org.assay.ingest.venue.okx;

import java.net.URI;
import java.util.Set;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter.Recognition;
import org.assay.ingest.venue.wire.WirePath;
import org.assay.ingest.venue.wire.WireReader;

/** Tells recorded v5 traffic. OKX was called OKEx until 2022. */
final class OkxRecordings {

    private static final Set<String> STREAM_HOSTS =
            Set.of("ws.okx.com", "wsaws.okx.com", "wseea.okx.com", "wsus.okx.com", "ws.okex.com", "wsaws.okex.com");

    private static final Set<String> REST_HOSTS = Set.of(
            "www.okx.com",
            "okx.com",
            "aws.okx.com",
            "eea.okx.com",
            "us.okx.com",
            "app.okx.com",
            "openapi.okx.com",
            "www.okex.com",
            "aws.okex.com");

    private OkxRecordings() {}

    static Recognition recognise(URI address) {
        String host = address.getHost();
        String path = address.getPath();
        if (host == null || path == null) {
            return Recognition.FOREIGN;
        }
        if (STREAM_HOSTS.contains(host)) {
            return path.equals("/ws/v5/public") || path.equals("/ws/v5/business")
                    ? Recognition.STREAM
                    : Recognition.UNSUPPORTED;
        }
        if (REST_HOSTS.contains(host)) {
            return ofRest(address, path);
        }
        return host.endsWith(".okx.com") || host.endsWith(".okex.com") ? Recognition.UNSUPPORTED : Recognition.FOREIGN;
    }

    private static Recognition ofRest(URI address, String path) {
        return switch (path) {
            case "/api/v5/public/instruments" ->
                WirePath.parameter(address, "instType").orElse("").equals("SPOT")
                        ? Recognition.LISTINGS
                        : Recognition.UNSUPPORTED;
            case "/api/v5/market/trades", "/api/v5/market/history-trades" -> ifSpot(address, Recognition.TRADES);
            case "/api/v5/market/candles", "/api/v5/market/history-candles" -> ifSpot(address, Recognition.CANDLES);
            default -> path.startsWith("/api/v5/") ? Recognition.OTHER_REST : Recognition.UNSUPPORTED;
        };
    }

    private static Recognition ifSpot(URI address, Recognition kind) {
        return OkxStream.isSpot(WirePath.parameter(address, "instId").orElse("")) ? kind : Recognition.UNSUPPORTED;
    }

    /** Others copied the form; OKX's instrument ids have dashes. */
    static boolean recognisesFrame(String frame) {
        boolean[] marks = new boolean[3];
        try (WireReader in = WireReader.of(frame)) {
            in.object((field, value) -> {
                switch (field) {
                    case "arg" -> {
                        if (value.atObject()) {
                            value.object((name, part) -> {
                                if (name.equals("channel")) {
                                    marks[0] = true;
                                } else if (name.equals("instId")) {
                                    marks[1] = part.word().indexOf('-') > 0;
                                }
                            });
                        }
                    }
                    case "data" -> marks[2] |= value.atArray();
                    case "event" -> marks[2] = true;
                    default -> {}
                }
            });
        } catch (MalformedPayloadException e) {
            return false;
        }
        return marks[0] && marks[1] && marks[2];
    }
}
