package org.assay.ingest.venue;

/**
 * A GET request to a venue, relative to its REST base address.
 *
 * @param pathAndQuery for instance {@code /api/v3/klines?symbol=BTCUSDT&interval=1m}
 * @param weight what it takes from the venue's request budget, in the venue's own unit
 */
public record RestRequest(String pathAndQuery, int weight) {}
