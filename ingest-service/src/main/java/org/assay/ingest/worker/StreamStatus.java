package org.assay.ingest.worker;

/**
 * How a venue's streams stand.
 *
 * @param connections open now
 * @param streams wanted, trades and quotes
 * @param unconfirmed of them not confirmed
 * @param stale of them silent for too long
 * @param refused of them refused by the venue
 * @param everConnected whether a connection was ever open
 */
public record StreamStatus(
        int connections, int streams, int unconfirmed, int stale, int refused, boolean everConnected) {

    /** No stream at all. */
    public static final StreamStatus NONE = new StreamStatus(0, 0, 0, 0, 0, false);
}
