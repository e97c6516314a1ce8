package org.assay.signals.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assay.events.candle.Interval;
import org.assay.events.v1.Price;
import org.assay.signals.candle.ExactDecimal;
import org.assay.signals.price.ConversionRates;
import org.assay.signals.price.DecayedPrice;
import org.assay.signals.price.MarketQuote;
import org.assay.signals.price.PriceRules;
import org.assay.signals.price.Rate;
import org.assay.signals.price.ReferencePrice;
import org.jspecify.annotations.Nullable;

/** Publishes tokens' reference prices: the newest when it changes and each second, and one for the end of each minute. */
final class PricePublisher {

    private static final long MINUTE = Interval.M1.micros();

    private final MarketStores stores;
    private final ConversionRates rates;
    private final PriceRules rules;
    private final Consumer<Price> latest;
    private final Consumer<Price> history;
    private final Set<String> touched = new TreeSet<>();
    private final Set<String> fresh = new HashSet<>();

    PricePublisher(
            MarketStores stores,
            ConversionRates rates,
            PriceRules rules,
            Consumer<Price> latest,
            Consumer<Price> history) {
        this.stores = stores;
        this.rates = rates;
        this.rules = rules;
        this.latest = latest;
        this.history = history;
        // What was published before a restart may not have been the last word.
        touched.addAll(stores.tokensWithMarkets());
    }

    /** A trade of the token was taken in. */
    void touch(String token) {
        if (!token.isEmpty()) {
            touched.add(token);
        }
    }

    /** A second has passed: a price that is still fresh is said again, so that its readers know it to be. */
    void touchFresh() {
        touched.addAll(fresh);
    }

    /** Publishes the newest prices of the tokens that were touched. */
    void publishLatest(long nowUs) {
        for (String token : touched) {
            ReferencePrice price = ReferencePrice.of(
                    quotes(token, DecayedPrice::current, (asset, at) -> rates.now(asset, at), nowUs),
                    nowUs,
                    rules.timePenalty(),
                    rules);
            latest.accept(message(token, price, nowUs).build());
            if (price.usd() == null) {
                fresh.remove(token);
            } else {
                fresh.add(token);
            }
        }
        touched.clear();
    }

    /** Writes the history up to the last minute that is over by the clocks of all venues that keep time. */
    void endMinutes() {
        long newest = stores.newestClock();
        long slowest = newest;
        for (long clock : stores.clocks().values()) {
            if (newest - clock <= rules.venueLag().toNanos() / 1_000) {
                slowest = Math.min(slowest, clock);
            }
        }
        long boundary = Interval.M1.openOf(slowest);
        long done = stores.minuteDone();
        if (boundary <= done) {
            return;
        }
        if (done != MarketState.NONE && boundary - done <= 2 * MINUTE) {
            for (long end = done + MINUTE; end <= boundary; end += MINUTE) {
                endMinute(end, newest);
            }
        }
        stores.saveMinuteDone(boundary);
    }

    private void endMinute(long endUs, long knownAtUs) {
        Map<String, Optional<Rate>> known = new HashMap<>();
        BiFunction<String, Long, @Nullable Rate> rateAtEnd =
                (asset, at) -> known.computeIfAbsent(asset, quote -> Optional.ofNullable(rates.atEnd(quote, at)))
                        .orElse(null);
        for (String token : stores.tokensWithMarkets()) {
            List<MarketQuote> quotes = quotes(token, price -> price.before(endUs), rateAtEnd, endUs);
            ReferencePrice price = ReferencePrice.of(quotes, endUs, rules.timePenalty(), rules);
            TokenState state = stores.token(token);
            boolean priced = price.usd() != null;
            if (priced || state.priced) {
                history.accept(
                        message(token, price, knownAtUs).setValidAtUs(endUs).build());
            }
            if (priced != state.priced) {
                state.priced = priced;
                stores.save(state);
            }
        }
    }

    private List<MarketQuote> quotes(
            String token,
            Function<DecayedPrice, DecayedPrice.@Nullable Mean> meanOf,
            BiFunction<String, Long, @Nullable Rate> rateOf,
            long atUs) {
        List<MarketQuote> quotes = new ArrayList<>();
        for (MarketState market : stores.marketsOfToken(token)) {
            DecayedPrice.Mean mean = meanOf.apply(market.price);
            if (mean != null) {
                String asset = market.market.getQuoteToken();
                quotes.add(new MarketQuote(
                        market.market.getVenue(), market.market.getSymbol(), mean, rateOf.apply(asset, atUs)));
            }
        }
        return quotes;
    }

    private static Price.Builder message(String token, ReferencePrice price, long knownAtUs) {
        Price.Builder message = Price.newBuilder()
                .setToken(token)
                .setReason(price.reason())
                .setKnownAtUs(knownAtUs)
                .addAllSources(price.sources());
        if (price.usd() != null) {
            message.setUsd(ExactDecimal.write(price.usd())).setAsOfUs(price.asOfUs());
        }
        return message;
    }
}
