package org.assay.signals.price;

import org.jspecify.annotations.Nullable;

/**
 * A market's price as it enters a reference price.
 *
 * @param mean in quote units
 * @param rate of the quote asset; null when it is not known
 */
public record MarketQuote(
        String venue,
        String symbol,
        DecayedPrice.Mean mean,
        @Nullable Rate rate) {}
