package org.assay.signals.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.assay.events.candle.Interval;
import org.assay.events.v1.ConversionSample;
import org.assay.events.v1.VenueCandle;
import org.assay.signals.candle.ExactDecimal;
import org.assay.signals.candle.VenueBar;
import org.jspecify.annotations.Nullable;

/**
 * What quote assets are worth in USD: now, at the end of a minute, and over the intervals of venues' own candles. A quote
 * asset is priced by its markets against the dollar and against assets that themselves have markets against the dollar
 * (two steps at most); failing that, a stablecoin pegged to the dollar counts as one dollar. One per stream task.
 */
public final class ConversionRates {

    public static final String DOLLAR = "fiat:USD";
    // The minutes of several days, of all quote assets.
    private static final int REMEMBERED = 32_768;

    private final RateStore store;
    private final PriceRules rules;
    private final Predicate<String> peggedToDollar;
    private final Map<String, Map<String, ConversionMarket>> marketsByBase = new TreeMap<>();
    private final Map<String, Optional<Rate>> now = new HashMap<>();
    private final Map<EndKey, Optional<Rate>> atEnd = new HashMap<>();
    private final Map<PastKey, Optional<Rate>> past = new HashMap<>();

    private record EndKey(String asset, long endUs) {}

    private record PastKey(String asset, Interval interval, long openUs) {}

    /**
     * Takes up what the store remembers.
     *
     * @param peggedToDollar whether the token with this id is a stablecoin pegged to the dollar
     */
    public ConversionRates(KeyValueStore<Bytes, byte[]> store, PriceRules rules, Predicate<String> peggedToDollar) {
        this.store = new RateStore(store);
        this.rules = rules;
        this.peggedToDollar = peggedToDollar;
        this.store.markets().forEach(market -> marketsOf(market.base())
                .put(market.venue() + ":" + market.symbol(), market));
    }

    private Map<String, ConversionMarket> marketsOf(String base) {
        return marketsByBase.computeIfAbsent(base, asset -> new TreeMap<>());
    }

    /**
     * Takes in a second's trades of a conversion market.
     *
     * @throws NumberFormatException when its numbers cannot be read
     * @throws IllegalArgumentException when price or volume is not above 0
     */
    public void add(ConversionSample sample) {
        BigDecimal price = positive(ExactDecimal.parse(sample.getPrice()));
        BigDecimal volume = positive(ExactDecimal.parse(sample.getVolume()));
        var market = sample.getMarket();
        ConversionMarket conversion = marketsOf(market.getBaseToken())
                .computeIfAbsent(
                        market.getVenue() + ":" + market.getSymbol(),
                        name -> new ConversionMarket(
                                market.getVenue(),
                                market.getSymbol(),
                                market.getBaseToken(),
                                market.getQuoteToken(),
                                DecayedPrice.empty()));
        atEnd.clear();
        conversion.price().add(sample.getEventTimeUs(), price, volume, rules.halfLifeUs());
        store.save(conversion);
    }

    private static BigDecimal positive(BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("Not above 0");
        }
        return value;
    }

    /**
     * Takes in a conversion market's own candle.
     *
     * @throws IllegalArgumentException as {@link VenueBar#of}
     */
    public void add(VenueCandle candle, Interval interval) {
        VenueBar bar = VenueBar.of(candle);
        var market = candle.getMarket();
        store.savePastPrice(
                interval,
                candle.getOpenTimeUs(),
                market.getBaseToken(),
                market.getVenue() + ":" + market.getSymbol(),
                new RateStore.PastPrice(market.getQuoteToken(), bar.close(), bar.volume()));
        past.clear();
    }

    /** Forgets the rates that {@link #now} answered: time went on, or trades came. */
    public void refresh() {
        now.clear();
    }

    /** The rate as of now. Answers the same until {@link #refresh()}. */
    public @Nullable Rate now(String asset, long nowUs) {
        if (asset.equals(DOLLAR)) {
            return Rate.DOLLAR;
        }
        Optional<Rate> known = now.get(asset);
        if (known == null) {
            known = Optional.ofNullable(orPeg(asset, observed(asset, nowUs, Long.MAX_VALUE)));
            now.put(asset, known);
        }
        return known.orElse(null);
    }

    /** The rate at the end of a minute that is running or has just ended, from the trades before that end. */
    public @Nullable Rate atEnd(String asset, long endUs) {
        return asset.equals(DOLLAR) ? Rate.DOLLAR : orPeg(asset, observedAtEnd(asset, endUs));
    }

    /**
     * The rate that converts the candle of an interval. For a minute the one at its end, for a longer interval (a venue's
     * own candle) and for a minute before the first sample the one of the conversion markets' own candles.
     *
     * @param keep whether the minute is closed: then the answer is the same for ever, and is remembered
     */
    public @Nullable Rate over(String asset, Interval interval, long openUs, boolean keep) {
        if (asset.equals(DOLLAR)) {
            return Rate.DOLLAR;
        }
        if (interval != Interval.M1) {
            return orPeg(asset, past(asset, interval, openUs));
        }
        Optional<Rate> kept = store.minuteRate(asset, openUs);
        if (kept.isPresent()) {
            return kept.get();
        }
        long endUs = openUs + interval.micros();
        Rate observed = observedAtEnd(asset, endUs);
        if (observed != null && keep) {
            store.saveMinuteRate(asset, openUs, observed);
        }
        return orPeg(asset, observed != null ? observed : past(asset, interval, openUs));
    }

    /** Forgets what is older than the time. */
    public void expire(Interval interval, long beforeUs) {
        store.expire(interval, beforeUs);
    }

    private @Nullable Rate orPeg(String asset, @Nullable Rate rate) {
        return rate == null && peggedToDollar.test(asset) ? Rate.PEG : rate;
    }

    private @Nullable Rate observedAtEnd(String asset, long endUs) {
        if (atEnd.size() > REMEMBERED) {
            atEnd.clear();
        }
        EndKey key = new EndKey(asset, endUs);
        Optional<Rate> known = atEnd.get(key);
        if (known == null) {
            known = Optional.ofNullable(observed(asset, endUs, endUs));
            atEnd.put(key, known);
        }
        return known.orElse(null);
    }

    private @Nullable Rate observed(String asset, long atUs, long beforeUs) {
        List<MarketQuote> quotes = new ArrayList<>();
        for (ConversionMarket market :
                marketsByBase.getOrDefault(asset, Map.of()).values()) {
            DecayedPrice.Mean mean = market.price().before(beforeUs);
            if (mean != null) {
                quotes.add(
                        new MarketQuote(market.venue(), market.symbol(), mean, step(market.quote(), atUs, beforeUs)));
            }
        }
        return rateOf(quotes, atUs);
    }

    /** The rate of an asset by its markets against the dollar alone, or by its peg. */
    private @Nullable Rate step(String asset, long atUs, long beforeUs) {
        if (asset.equals(DOLLAR)) {
            return Rate.DOLLAR;
        }
        List<MarketQuote> quotes = new ArrayList<>();
        for (ConversionMarket market :
                marketsByBase.getOrDefault(asset, Map.of()).values()) {
            DecayedPrice.Mean mean = market.price().before(beforeUs);
            if (mean != null && market.quote().equals(DOLLAR)) {
                quotes.add(new MarketQuote(market.venue(), market.symbol(), mean, Rate.DOLLAR));
            }
        }
        return orPeg(asset, rateOf(quotes, atUs));
    }

    private @Nullable Rate rateOf(List<MarketQuote> quotes, long atUs) {
        ReferencePrice price = ReferencePrice.of(quotes, atUs, rules.conversionTimePenalty(), rules);
        if (price.usd() == null) {
            return null;
        }
        return new Rate(price.usd(), price.assumed() ? Rate.Basis.ASSUMED_PEG : Rate.Basis.REFERENCE_PRICE);
    }

    private @Nullable Rate past(String asset, Interval interval, long openUs) {
        if (past.size() > REMEMBERED) {
            past.clear();
        }
        PastKey key = new PastKey(asset, interval, openUs);
        Optional<Rate> known = past.get(key);
        if (known == null) {
            known = Optional.ofNullable(pastMean(asset, interval, openUs, false));
            past.put(key, known);
        }
        return known.orElse(null);
    }

    /** The mean close of the asset's markets, weighted by volume. */
    private @Nullable Rate pastMean(String asset, Interval interval, long openUs, boolean dollarOnly) {
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        boolean assumed = true;
        for (RateStore.PastPrice price : store.pastPrices(interval, openUs, asset)) {
            Rate step = pastStep(price.quote(), interval, openUs, dollarOnly);
            if (step != null && price.volume().signum() > 0) {
                weighted = weighted.add(price.close().multiply(step.usd()).multiply(price.volume()));
                weight = weight.add(price.volume());
                assumed &= step.basis() == Rate.Basis.ASSUMED_PEG;
            }
        }
        if (weight.signum() == 0) {
            return null;
        }
        return new Rate(
                weighted.divide(weight, ExactDecimal.DERIVED),
                assumed ? Rate.Basis.ASSUMED_PEG : Rate.Basis.REFERENCE_PRICE);
    }

    private @Nullable Rate pastStep(String quote, Interval interval, long openUs, boolean dollarOnly) {
        if (quote.equals(DOLLAR)) {
            return Rate.DOLLAR;
        }
        return dollarOnly ? null : orPeg(quote, pastMean(quote, interval, openUs, true));
    }
}
