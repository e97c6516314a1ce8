package org.assay.bench.load;

/**
 * What waits at one moment, in records.
 *
 * @param seconds since the measurement began
 * @param sent trades that the simulator wrote to sockets since the measurement began
 * @param ingest trades sent and not yet published
 * @param topology trades published and not yet aggregated
 * @param sinks records in the topics that are not yet stored
 * @param priceAgeMs age of the newest trade that the watched price rests on
 */
record Backlog(double seconds, long sent, long ingest, long topology, long sinks, long priceAgeMs) {

    /** Everything on its way. */
    long total() {
        return Math.max(0, ingest) + Math.max(0, topology) + Math.max(0, sinks);
    }
}
