package org.assay.signals.market;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.assay.events.v1.Market;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;

/**
 * The state of one stream task: markets, tokens and venue clocks, read from their stores once and held decoded; every
 * change is written through by {@code save}. Iterates in the order of names, so that equal input gives equal output.
 */
final class MarketStores {

    static final String MARKETS = "markets";
    static final String TOKENS = "tokens";
    static final String VENUES = "venues";
    static final String BUCKETS = "candle-buckets";
    static final String TRADE_IDS = "trade-ids";
    static final String RATES = "conversion-rates";

    private static final String PARTITION_CLOCK = "\nminute";

    private final KeyValueStore<String, byte[]> marketStore;
    private final KeyValueStore<String, byte[]> tokenStore;
    private final KeyValueStore<String, byte[]> venueStore;
    private final KeyValueStore<Bytes, byte[]> rateStore;
    private final BucketStore buckets;
    private final StateWriter scratch = new StateWriter();

    private final Map<String, Map<String, MarketState>> byVenue = new TreeMap<>();
    private final Map<String, Map<String, MarketState>> byToken = new TreeMap<>();
    private final Map<String, TokenState> tokens = new TreeMap<>();
    private final Map<String, Long> clocks = new TreeMap<>();
    private long minuteDone = MarketState.NONE;

    MarketStores(ProcessorContext<?, ?> context) {
        marketStore = context.getStateStore(MARKETS);
        tokenStore = context.getStateStore(TOKENS);
        venueStore = context.getStateStore(VENUES);
        rateStore = context.getStateStore(RATES);
        buckets = new BucketStore(context.getStateStore(BUCKETS), context.getStateStore(TRADE_IDS));
        load();
    }

    private void load() {
        try (KeyValueIterator<String, byte[]> all = marketStore.all()) {
            all.forEachRemaining(entry -> enter(MarketState.read(entry.value)));
        }
        try (KeyValueIterator<String, byte[]> all = tokenStore.all()) {
            all.forEachRemaining(entry -> tokens.put(entry.key, TokenState.read(entry.value)));
        }
        try (KeyValueIterator<String, byte[]> all = venueStore.all()) {
            all.forEachRemaining(entry -> {
                long at = new StateReader(entry.value).signed();
                if (entry.key.equals(PARTITION_CLOCK)) {
                    minuteDone = at;
                } else {
                    clocks.put(entry.key, at);
                }
            });
        }
    }

    private void enter(MarketState state) {
        byVenue.computeIfAbsent(state.market.getVenue(), venue -> new TreeMap<>())
                .put(state.market.getSymbol(), state);
        String token = state.market.getBaseToken();
        if (!token.isEmpty()) {
            byToken.computeIfAbsent(token, id -> new TreeMap<>()).put(state.name(), state);
        }
    }

    /** The market's state, a new one where it is not known yet. */
    MarketState market(Market market) {
        Map<String, MarketState> ofVenue = byVenue.get(market.getVenue());
        MarketState state = ofVenue == null ? null : ofVenue.get(market.getSymbol());
        if (state == null) {
            state = new MarketState(market);
            enter(state);
        } else if (!state.market.equals(market)) {
            // The directory has learnt what the venue's codes mean.
            Map<String, MarketState> before = byToken.get(state.market.getBaseToken());
            if (before != null) {
                before.remove(state.name());
            }
            state.market = market;
            enter(state);
        }
        return state;
    }

    void save(MarketState state) {
        marketStore.put(state.name(), state.write(scratch));
    }

    Collection<MarketState> marketsOfVenue(String venue) {
        return byVenue.getOrDefault(venue, Map.of()).values();
    }

    Collection<MarketState> marketsOfToken(String token) {
        return byToken.getOrDefault(token, Map.of()).values();
    }

    /** The ids of the tokens that have markets. */
    Collection<String> tokensWithMarkets() {
        return byToken.keySet();
    }

    Collection<MarketState> markets() {
        return byVenue.values().stream()
                .flatMap(markets -> markets.values().stream())
                .toList();
    }

    /** The token's state, a new one where it is not known yet. */
    TokenState token(String token) {
        return tokens.computeIfAbsent(token, TokenState::new);
    }

    Collection<TokenState> tokens() {
        return tokens.values();
    }

    void save(TokenState state) {
        state.changed = false;
        tokenStore.put(state.token, state.write(scratch));
    }

    /** The newest tick of each venue, microseconds since the epoch. */
    Map<String, Long> clocks() {
        return clocks;
    }

    /** The newest tick of all; {@link MarketState#NONE} before the first. */
    long newestClock() {
        long newest = MarketState.NONE;
        for (long clock : clocks.values()) {
            newest = Math.max(newest, clock);
        }
        return newest;
    }

    void saveClock(String venue, long atUs) {
        clocks.put(venue, atUs);
        venueStore.put(venue, scratch.signed(atUs).take());
    }

    /** The last minute boundary whose prices were written to the history; {@link MarketState#NONE} before the first. */
    long minuteDone() {
        return minuteDone;
    }

    void saveMinuteDone(long boundaryUs) {
        minuteDone = boundaryUs;
        venueStore.put(PARTITION_CLOCK, scratch.signed(boundaryUs).take());
    }

    BucketStore buckets() {
        return buckets;
    }

    KeyValueStore<Bytes, byte[]> rates() {
        return rateStore;
    }
}
