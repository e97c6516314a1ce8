package org.assay.simulator.wire;

import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.assay.simulator.tape.TradeReader;
import org.assay.simulator.universe.Venue;

/**
 * What a connection needs.
 *
 * @param streamReaders gives the event loop's own reader
 * @param sessions the open WebSockets
 * @param workers where REST answers are built
 */
record ServerParts(
        StreamServices services,
        Map<Venue, VenueApi> apis,
        RestDesk desk,
        ControlHandler control,
        Supplier<TradeReader> streamReaders,
        Map<Channel, StreamSession> sessions,
        Executor workers,
        AtomicLong connectionNumbers) {}
