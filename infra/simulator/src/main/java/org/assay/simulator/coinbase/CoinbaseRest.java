package org.assay.simulator.coinbase;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.simulator.candle.Candle;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.RestAnswer;
import org.assay.simulator.wire.RestCall;

/** REST of Coinbase Exchange. */
final class CoinbaseRest {

    private static final String PRODUCTS = "/products/";
    private static final int TRADES_MOST = 1_000;
    private static final int CANDLES_MOST = 300;
    private static final int SIZE_DECIMALS = 8;
    private static final long SECOND_US = 1_000_000;
    private static final Set<Long> GRANULARITIES = Set.of(60L, 300L, 900L, 3_600L, 21_600L, 86_400L);

    private final List<Market> markets;
    private final Map<String, Market> bySymbol;

    CoinbaseRest(List<Market> markets) {
        this.markets = markets;
        this.bySymbol = markets.stream().collect(Collectors.toUnmodifiableMap(Market::symbol, Function.identity()));
    }

    /** The product in a path; empty where there is none. */
    static Optional<String> product(String path) {
        if (!path.startsWith(PRODUCTS)) {
            return Optional.empty();
        }
        String rest = path.substring(PRODUCTS.length());
        int slash = rest.indexOf('/');
        return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
    }

    RestAnswer answer(RestCall call) {
        if (call.path().equals("/time")) {
            return RestAnswer.ok(new JsonBytes()
                    .raw("{\"iso\":\"")
                    .time(call.nowUs())
                    .raw("\",\"epoch\":")
                    .decimal(call.nowUs() / 1_000, 3)
                    .raw("}"));
        }
        if (call.path().equals("/products")) {
            return products();
        }
        Market market = product(call.path()).map(bySymbol::get).orElse(null);
        if (market == null) {
            return RestAnswer.of(404, "{\"message\":\"NotFound\"}");
        }
        return switch (call.path().substring(PRODUCTS.length() + market.symbol().length())) {
            case "" -> RestAnswer.ok(product(new JsonBytes(), market));
            case "/trades" -> trades(call, market);
            case "/candles" -> candles(call, market);
            default -> RestAnswer.of(404, "{\"message\":\"NotFound\"}");
        };
    }

    private RestAnswer products() {
        JsonBytes out = new JsonBytes().raw("[");
        boolean more = false;
        for (Market market : markets) {
            product(more ? out.raw(",") : out, market);
            more = true;
        }
        return RestAnswer.ok(out.raw("]"));
    }

    private static JsonBytes product(JsonBytes out, Market market) {
        return out.raw("{\"id\":\"")
                .raw(market.symbol())
                .raw("\",\"base_currency\":\"")
                .raw(market.base().code())
                .raw("\",\"quote_currency\":\"")
                .raw(market.quote().code())
                .raw("\",\"quote_increment\":\"")
                .decimal(1, market.priceDecimals())
                .raw("\",\"base_increment\":\"")
                .decimal(1, market.amountDecimals())
                .raw("\",\"display_name\":\"")
                .raw(market.symbol())
                .raw("\",\"min_market_funds\":\"1\",\"margin_enabled\":false,\"post_only\":false,\"limit_only\":false,"
                        + "\"cancel_only\":false,\"status\":\"online\",\"status_message\":\"\","
                        + "\"trading_disabled\":false,\"fx_stablecoin\":false,"
                        + "\"max_slippage_percentage\":\"0.02000000\",\"auction_mode\":false,"
                        + "\"high_bid_limit_percentage\":\"\"}");
    }

    /** Newest first; {@code after} is older than, {@code before} newer than. */
    private static RestAnswer trades(RestCall call, Market market) {
        int limit = call.limit("limit", TRADES_MOST, TRADES_MOST);
        long until = call.reader().countUntil(market, call.nowUs());
        if (call.number("after").isPresent()) {
            until = Math.min(until, market.numberOf(call.number("after").orElseThrow()));
        }
        long from = Math.max(0, until - limit);
        if (call.number("before").isPresent()) {
            from = Math.max(from, market.numberOf(call.number("before").orElseThrow() + 1));
        }
        TradeBatch batch = call.reader().trades(market, from, Math.max(from, until));
        JsonBytes out = new JsonBytes().raw("[");
        for (int i = batch.size() - 1; i >= 0; i--) {
            out.raw(i == batch.size() - 1 ? "{\"trade_id\":" : ",{\"trade_id\":")
                    .number(market.tradeId(batch.number(i)))
                    .raw(batch.buy(i) ? ",\"side\":\"sell\",\"size\":\"" : ",\"side\":\"buy\",\"size\":\"")
                    .padded(batch.amount(i), market.amountDecimals(), SIZE_DECIMALS)
                    .raw("\",\"price\":\"")
                    .decimal(batch.price(i), market.priceDecimals())
                    .raw("\",\"time\":\"")
                    .time(batch.timeUs(i))
                    .raw("\"}");
        }
        RestAnswer answer = RestAnswer.ok(out.raw("]"));
        if (batch.size() == 0) {
            return answer;
        }
        return answer.with("CB-BEFORE", Long.toString(market.tradeId(batch.number(batch.size() - 1))))
                .with("CB-AFTER", Long.toString(market.tradeId(batch.number(0))));
    }

    /** Newest first; both ends inclusive; a stretch without trades is left out. */
    private static RestAnswer candles(RestCall call, Market market) {
        long granularity = call.number("granularity").orElse(60);
        if (!GRANULARITIES.contains(granularity)) {
            return RestAnswer.of(400, "{\"message\":\"Unsupported granularity\"}");
        }
        long lengthUs = granularity * SECOND_US;
        long toUs;
        long fromUs;
        try {
            toUs = call.text("end").map(CoinbaseRest::time).orElse(call.nowUs());
            long end = toUs;
            fromUs = call.text("start")
                    .map(CoinbaseRest::time)
                    .orElseGet(() -> (Math.floorDiv(end, lengthUs) - CANDLES_MOST + 1) * lengthUs);
        } catch (DateTimeException e) {
            return RestAnswer.of(400, "{\"message\":\"invalid start or end\"}");
        }
        if (call.text("start").isPresent() && (toUs - fromUs) / lengthUs >= CANDLES_MOST) {
            return RestAnswer.of(
                    400,
                    "{\"message\":\"granularity too small for the requested time range. Count of aggregations requested"
                            + " exceeds 300\"}");
        }
        List<Candle> candles = call.reader().candles(market, lengthUs, 0, fromUs, toUs + 1, call.nowUs());
        JsonBytes out = new JsonBytes().raw("[");
        boolean more = false;
        for (Candle candle : candles.reversed()) {
            if (candle.trades() > 0) {
                candle(more ? out.raw(",") : out, market, candle);
                more = true;
            }
        }
        return RestAnswer.ok(out.raw("]"));
    }

    private static void candle(JsonBytes out, Market market, Candle candle) {
        int decimals = market.priceDecimals();
        out.raw("[")
                .number(candle.openUs() / SECOND_US)
                .raw(",")
                .decimal(candle.low(), decimals)
                .raw(",")
                .decimal(candle.high(), decimals)
                .raw(",")
                .decimal(candle.open(), decimals)
                .raw(",")
                .decimal(candle.close(), decimals)
                .raw(",")
                .decimal(candle.volume(), market.amountDecimals())
                .raw("]");
    }

    private static long time(String value) {
        if (value.chars().allMatch(Character::isDigit)) {
            return Long.parseLong(value) * SECOND_US;
        }
        Instant instant = Instant.parse(value);
        return instant.getEpochSecond() * SECOND_US + instant.getNano() / 1_000;
    }
}
