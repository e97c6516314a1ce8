package org.assay.ingest.venue;

/**
 * One stream of a venue: the unit that is subscribed, watched, and resubscribed alone.
 *
 * @param symbol the market as the venue writes it in {@link Listing#symbol()}
 */
public record StreamKey(Channel channel, String symbol) {}
