package org.assay.simulator.wire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.simulator.fault.FaultBook;
import org.assay.simulator.ledger.SentLedger;
import org.assay.simulator.tape.Tapes;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Venue;

/**
 * What all connections share.
 *
 * @param markets the markets of each venue by the symbol of its stream
 * @param written trades written to sockets, over all connections
 * @param slowReaderLimit a client that does not read for this long is disconnected
 */
public record StreamServices(
        MarketClock clock,
        Tapes tapes,
        FaultBook faults,
        SentLedger ledger,
        Map<Venue, Map<String, Market>> markets,
        AtomicLong written,
        Duration slowReaderLimit) {}
