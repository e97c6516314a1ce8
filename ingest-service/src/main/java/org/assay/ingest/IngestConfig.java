package org.assay.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is ingested, and how.
 *
 * @param venues ids of the venues to stream
 * @param quoteAssets asset codes in which a market may be quoted; markets between two of them convert prices
 * @param assetCodes what a venue's asset codes mean where the directory does not say it, as {@code venue:CODE=token-id}
 * @param tokens ids of the tokens to stream; empty for all of the directory
 * @param maxMarkets most markets of one venue
 * @param listingInterval how often instrument lists are read again
 * @param silenceFloor a stream is not called stale before this
 * @param silenceCeiling a stream is called stale after this, however quiet it usually is
 * @param firstBackoff ceiling of the wait after a lost connection; doubles with each further one
 * @param longestBackoff ceiling of all waits for a connection
 * @param backfillPages most pages of trades asked for one gap; beyond them candles repair the rest
 * @param requestBudgetFactor how many times a venue's documented request budget is used; 1 for the venues themselves,
 *     more only for stand-ins that allow it
 * @param captureDirectory where to record all that venues send; nothing is recorded when absent
 * @param captureMegabytes most disk that recordings may take; the oldest are deleted
 */
@ConfigurationProperties("assay.ingest")
public record IngestConfig(
        @Bindable(defaultValue = "binance,coinbase,kraken,bybit,okx")
        List<String> venues,

        @Bindable(defaultValue = "USD,USDT,USDC,FDUSD,EUR,BTC,ETH")
        List<String> quoteAssets,

        @Bindable(defaultValue = "") List<String> assetCodes,

        @Bindable(defaultValue = "") List<String> tokens,

        @Bindable(defaultValue = "400") int maxMarkets,
        @Bindable(defaultValue = "1h") Duration listingInterval,
        @Bindable(defaultValue = "60s") Duration silenceFloor,
        @Bindable(defaultValue = "15m") Duration silenceCeiling,
        @Bindable(defaultValue = "500ms") Duration firstBackoff,
        @Bindable(defaultValue = "30s") Duration longestBackoff,
        @Bindable(defaultValue = "100") int backfillPages,
        @Bindable(defaultValue = "1") int requestBudgetFactor,
        @Nullable String captureDirectory,
        @Bindable(defaultValue = "4096") long captureMegabytes) {
    public IngestConfig {
        venues = List.copyOf(venues);
        quoteAssets = List.copyOf(quoteAssets);
        // An empty setting is read as one empty word.
        assetCodes = assetCodes.stream().filter(code -> !code.isBlank()).toList();
        tokens = tokens.stream().filter(id -> !id.isBlank()).toList();
    }
}
