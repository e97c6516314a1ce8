package org.assay.ingest.replay;

import java.net.URI;
import java.util.Set;
import org.assay.ingest.venue.VenueAdapter;

/**
 * The simulator's addresses: on loopback, with the venue's id before the venue's own path. A capture of a simulated market
 * holds them, and is read as one of the venue's.
 */
final class StandIn {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private StandIn() {}

    /** The address at the venue itself that this one stands for; any other address as it is. */
    static URI resolve(URI address, VenueAdapter adapter) {
        String path = address.getRawPath();
        String prefix = "/" + adapter.venue();
        if (path == null
                || address.getHost() == null
                || !LOOPBACK.contains(address.getHost())
                || !(path.equals(prefix) || path.startsWith(prefix + "/"))) {
            return address;
        }
        boolean socket = address.getScheme().startsWith("ws");
        URI base = socket ? adapter.webSocketBase() : adapter.restBase();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(base + path.substring(prefix.length()) + query);
    }
}
