package org.assay.simulator.universe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.events.token.AssetResolution;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.simulator.path.Deviation;
import org.assay.simulator.path.Hash;

/** Spreads the tokens over the venues, as a pure function of the directory and the seed. */
final class UniverseBuilder {

    private static final int ON_ALL_VENUES = 15;
    private static final double RANK_EXPONENT = 0.75;
    /** A market's part of the trades is at least this part of the average one's. */
    private static final double LEAST_WEIGHT = 0.5;
    /** A price needs this many ticks, or the venue could not quote it. */
    private static final double LEAST_TICKS = 100;

    /** Binance writes quote volumes with 8 decimal places: price times amount must fit. */
    private static final int MOST_TURNOVER_DECIMALS = 8;

    private final TokenDirectory directory;
    private final long seed;
    private final AssetModels models;
    private final List<Draft> drafts = new ArrayList<>();

    UniverseBuilder(TokenDirectory directory, long seed, long epochDay) {
        this.directory = directory;
        this.seed = seed;
        this.models = new AssetModels(directory, seed, epochDay);
    }

    private record Draft(
            Venue venue, String baseId, String baseCode, String quoteId, String quoteCode, double weight) {}

    Universe build(int tokens, List<String> assetCodes) {
        int rank = 0;
        for (Token token : directory.tokens()) {
            if (rank == tokens) {
                break;
            }
            if (list(token, rank)) {
                rank++;
            }
        }
        draft(Venue.KRAKEN, "fiat:EUR", "EUR", "USD", 0.15);
        draft(Venue.BINANCE, "fiat:EUR", "EUR", "USDT", 0.15);
        double sum = drafts.stream().mapToDouble(Draft::weight).sum();
        double least = LEAST_WEIGHT * sum / drafts.size();
        double total = drafts.stream()
                .mapToDouble(draft -> Math.max(least, draft.weight))
                .sum();
        List<Market> markets = new ArrayList<>();
        for (Draft draft : drafts) {
            markets.add(market(markets.size(), draft, Math.max(least, draft.weight) / total));
        }
        return new Universe(models.factors(), models.models(), markets, assetCodes);
    }

    /** Lists a token on its venues; false where no venue's codes can name it. */
    private boolean list(Token token, int rank) {
        List<Venue> able = new ArrayList<>(EnumSet.allOf(Venue.class));
        able.removeIf(venue -> !AmbiguousSymbols.isNamed(directory, venue, token) || !quotable(venue, token));
        if (able.isEmpty()) {
            return false;
        }
        long own = Hash.of(seed, "venues " + token.id());
        able.sort(Comparator.comparingLong(venue -> Hash.of(own, venue.id())));
        int count = Math.min(able.size(), venues(token, rank, own));
        double weight = StrictMath.pow(rank + 3.0, -RANK_EXPONENT);
        int before = drafts.size();
        for (Venue venue : able.subList(0, count)) {
            Listings.quotes(venue, token, rank)
                    .forEach((quote, part) ->
                            draft(venue, token.id(), token.symbol(), quote, weight * venue.share() * part));
        }
        return drafts.size() > before;
    }

    private static int venues(Token token, int rank, long own) {
        double chance = Hash.unit(Hash.of(own, 99));
        if (rank < ON_ALL_VENUES && !token.wrapped()) {
            return Venue.values().length;
        }
        if (token.wrapped() || token.stablecoin()) {
            return 1 + (int) (chance * 2);
        }
        return rank < 80 ? 2 + (int) (chance * 4) : 1 + (int) (chance * 3);
    }

    private boolean quotable(Venue venue, Token token) {
        double price = models.usualPrice(models.place(token.id()));
        return price >= LEAST_TICKS * StrictMath.pow(10, -venue.maxPriceDecimals())
                && !Listings.quotes(venue, token, Integer.MAX_VALUE).isEmpty();
    }

    private void draft(Venue venue, String baseId, String baseCode, String quoteCode, double weight) {
        Optional<String> quoteId = quoteId(venue, quoteCode);
        quoteId.ifPresent(id -> drafts.add(new Draft(venue, baseId, baseCode, id, quoteCode, weight)));
    }

    private Optional<String> quoteId(Venue venue, String code) {
        return switch (directory.resolve(venue.id(), code)) {
            case AssetResolution.Resolved(Token token) -> Optional.of(token.id());
            case AssetResolution.Fiat(String currency) -> Optional.of("fiat:" + currency);
            case AssetResolution.Ambiguous ambiguous -> Optional.empty();
            case AssetResolution.Unknown unknown -> Optional.empty();
        };
    }

    private Market market(int index, Draft draft, double weight) {
        int base = models.place(draft.baseId);
        int quote = models.place(draft.quoteId);
        double price = models.usualPrice(base) / models.usualPrice(quote);
        String symbol = Listings.symbol(draft.venue, draft.baseCode, draft.quoteCode);
        long own = Hash.of(seed, draft.venue.id() + ' ' + symbol);
        boolean calm = Set.of("stablecoin", "yield").stream().anyMatch(category -> directory
                .find(draft.baseId)
                .map(token -> token.categories().contains(category))
                .orElse(true));
        int magnitude = (int) Math.floor(StrictMath.log10(price));
        int usdMagnitude = (int) Math.floor(StrictMath.log10(models.usualPrice(base)));
        int priceDecimals =
                Math.clamp(4L - magnitude, draft.venue == Venue.KRAKEN ? 1 : 2, draft.venue.maxPriceDecimals());
        double amplitude = calm ? 0.0001 : 0.0002 + 0.0006 * Hash.unit(Hash.of(own, 1));
        return new Market(
                index,
                draft.venue,
                new Market.Asset(draft.baseId, draft.baseCode, base),
                new Market.Asset(draft.quoteId, draft.quoteCode, quote),
                symbol,
                priceDecimals,
                Math.clamp(usdMagnitude + 2L, 0, Math.max(0, MOST_TURNOVER_DECIMALS - priceDecimals)),
                weight,
                own,
                draft.venue.firstTradeId() * (1 + Math.floorMod(own, 900)),
                price,
                new Deviation(own, amplitude),
                calm ? 0.00005 : 0.00008 + 0.0004 * Hash.unit(Hash.of(own, 2)));
    }
}
