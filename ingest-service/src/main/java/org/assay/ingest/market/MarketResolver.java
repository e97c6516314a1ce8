package org.assay.ingest.market;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Utils;
import org.assay.events.token.AssetResolution;
import org.assay.events.token.TokenDirectory;
import org.assay.events.v1.Market;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.VenueAdapter.AssetCodes;

/** Ties a venue's listings to the directory's tokens; what the directory does not say is reported, never guessed. */
public final class MarketResolver {

    private final TokenDirectory directory;
    private final List<String> quoteAssets;
    private final int partitions;
    private final Map<String, Set<String>> quoteIds = new ConcurrentHashMap<>();

    /**
     * @param quoteAssets asset codes that markets may be quoted in
     * @param partitions of the market-data topics
     */
    public MarketResolver(TokenDirectory directory, Collection<String> quoteAssets, int partitions) {
        this.directory = directory;
        this.quoteAssets = List.copyOf(quoteAssets);
        this.partitions = partitions;
    }

    public VenueMarket resolve(String venue, Listing listing) {
        Asset base = asset(venue, listing.baseAsset());
        Asset quote = asset(venue, listing.quoteAsset());
        Market market = Market.newBuilder()
                .setVenue(venue)
                .setSymbol(listing.symbol())
                .setBaseToken(base.id())
                .setQuoteToken(quote.id())
                .build();
        String key = base.id().isEmpty() ? venue + ":" + listing.symbol() : base.id();
        Set<String> quotes = quoteIds(venue);
        boolean conversion = quotes.contains(base.id()) && quotes.contains(quote.id());
        return new VenueMarket(listing, market, key, partitionOf(key), conversion, reason(base, quote));
    }

    /** The ids that the configured quote assets mean at a venue. */
    Set<String> quoteIds(String venue) {
        return quoteIds.computeIfAbsent(venue, v -> {
            Set<String> ids = new HashSet<>();
            for (String code : quoteAssets) {
                String id = asset(v, code).id();
                if (!id.isEmpty()) {
                    ids.add(id);
                }
            }
            return Set.copyOf(ids);
        });
    }

    /** The partition that Kafka's own partitioner gives this key. */
    public int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    public int partitions() {
        return partitions;
    }

    /** The asset codes that the directory knows at a venue. */
    public AssetCodes assetCodes(String venue) {
        return code -> !(directory.resolve(venue, code) instanceof AssetResolution.Unknown);
    }

    private Asset asset(String venue, String code) {
        return switch (directory.resolve(venue, code)) {
            case AssetResolution.Resolved resolved -> new Asset(resolved.token().id(), "");
            case AssetResolution.Fiat fiat -> new Asset("fiat:" + fiat.code(), "");
            case AssetResolution.Ambiguous ignored -> new Asset("", "ambiguous");
            case AssetResolution.Unknown ignored -> new Asset("", "unknown");
        };
    }

    private static String reason(Asset base, Asset quote) {
        if (!base.problem().isEmpty()) {
            return base.problem() + "_base";
        }
        return quote.problem().isEmpty() ? "" : quote.problem() + "_quote";
    }

    private record Asset(String id, String problem) {}
}
