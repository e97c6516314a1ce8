package org.assay.ingest.venue;

import java.time.Duration;

/**
 * What a venue allows, from its documentation; each adapter cites it.
 *
 * @param streamsPerConnection most streams on one WebSocket
 * @param streamsPerMessage most streams named in one subscribe frame
 * @param messagesPerSecond most client frames a second on one WebSocket
 * @param connectionsPerMinute most new WebSockets a minute
 * @param connectionLifetime when the venue closes a WebSocket by itself; a planned reconnect comes before it. Zero when
 *     it does not
 * @param keepAlive how often the client must send {@link VenueAdapter#keepAliveFrame()}; zero when it need not
 * @param staleAfter a connection with no frame at all for this long is dead
 * @param requestBudget weight of REST requests allowed in {@code requestWindow}
 * @param requestWindow see {@code requestBudget}
 */
public record VenueLimits(
        int streamsPerConnection,
        int streamsPerMessage,
        int messagesPerSecond,
        int connectionsPerMinute,
        Duration connectionLifetime,
        Duration keepAlive,
        Duration staleAfter,
        int requestBudget,
        Duration requestWindow) {}
