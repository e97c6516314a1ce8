package org.assay.api.price;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How prices are served.
 *
 * @param staleAfter a price whose newest trade is older is marked stale
 * @param directoryRefresh how often the list of known token ids is read again
 */
@ConfigurationProperties("assay.api.price")
record PriceSettings(
        @Bindable(defaultValue = "60s") Duration staleAfter,
        @Bindable(defaultValue = "30s") Duration directoryRefresh) {}
