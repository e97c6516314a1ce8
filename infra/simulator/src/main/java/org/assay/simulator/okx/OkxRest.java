package org.assay.simulator.okx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.simulator.candle.Candle;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.RestAnswer;
import org.assay.simulator.wire.RestCall;

/** Public REST of OKX v5, instrument type SPOT. */
final class OkxRest {

    private static final int TRADES_MOST = 500;
    private static final int HISTORY_MOST = 100;
    private static final int CANDLES_MOST = 300;
    private static final long MILLI_US = 1_000;
    private static final long HOUR_US = 3_600_000_000L;
    /** A day without "utc" begins at midnight of Hong Kong. */
    private static final long HONG_KONG_US = -8 * HOUR_US;

    private record Bar(long lengthUs, long shiftUs) {}

    private static final Map<String, Bar> BARS = Map.ofEntries(
            Map.entry("1m", new Bar(60_000_000L, 0)),
            Map.entry("3m", new Bar(180_000_000L, 0)),
            Map.entry("5m", new Bar(300_000_000L, 0)),
            Map.entry("15m", new Bar(900_000_000L, 0)),
            Map.entry("30m", new Bar(1_800_000_000L, 0)),
            Map.entry("1H", new Bar(HOUR_US, 0)),
            Map.entry("2H", new Bar(2 * HOUR_US, 0)),
            Map.entry("4H", new Bar(4 * HOUR_US, 0)),
            Map.entry("12H", new Bar(12 * HOUR_US, HONG_KONG_US)),
            Map.entry("12Hutc", new Bar(12 * HOUR_US, 0)),
            Map.entry("1D", new Bar(24 * HOUR_US, HONG_KONG_US)),
            Map.entry("1Dutc", new Bar(24 * HOUR_US, 0)));

    private final List<Market> markets;
    private final Map<String, Market> bySymbol;

    OkxRest(List<Market> markets) {
        this.markets = markets;
        this.bySymbol = markets.stream().collect(Collectors.toUnmodifiableMap(Market::symbol, Function.identity()));
    }

    static RestAnswer failure(int status, String code, String reason) {
        return RestAnswer.of(status, "{\"code\":\"" + code + "\",\"msg\":\"" + reason + "\",\"data\":[]}");
    }

    RestAnswer answer(RestCall call) {
        return switch (call.path()) {
            case "/api/v5/public/time" ->
                RestAnswer.of(
                        200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + call.nowUs() / MILLI_US + "\"}]}");
            case "/api/v5/public/instruments" -> instruments(call);
            case "/api/v5/market/trades" -> ofMarket(call, OkxRest::trades);
            case "/api/v5/market/history-trades" -> ofMarket(call, OkxRest::history);
            case "/api/v5/market/candles", "/api/v5/market/history-candles" -> ofMarket(call, OkxRest::candles);
            default -> failure(404, "404", "Not Found");
        };
    }

    private RestAnswer ofMarket(RestCall call, BiFunction<RestCall, Market, RestAnswer> answering) {
        Optional<String> id = call.text("instId");
        if (id.isEmpty()) {
            return failure(400, "50014", "Parameter instId can not be empty.");
        }
        Market market = bySymbol.get(id.get());
        return market == null
                ? failure(200, "51001", "Instrument ID, Instrument ID code, or Spread ID doesn't exist.")
                : answering.apply(call, market);
    }

    private static JsonBytes begin() {
        return new JsonBytes().raw("{\"code\":\"0\",\"msg\":\"\",\"data\":[");
    }

    private RestAnswer instruments(RestCall call) {
        String type = call.text("instType").orElse("");
        if (!type.equals("SPOT")) {
            return type.isEmpty()
                    ? failure(400, "50014", "Parameter instType can not be empty.")
                    : RestAnswer.ok(begin().raw("]}"));
        }
        Optional<String> id = call.text("instId");
        JsonBytes out = begin();
        boolean more = false;
        for (Market market : markets) {
            if (id.isEmpty() || id.get().equals(market.symbol())) {
                instrument(more ? out.raw(",") : out, market);
                more = true;
            }
        }
        return RestAnswer.ok(out.raw("]}"));
    }

    private static void instrument(JsonBytes out, Market market) {
        out.raw("{\"alias\":\"\",\"auctionEndTime\":\"\",\"baseCcy\":\"")
                .raw(market.base().code())
                .raw("\",\"category\":\"1\",\"contTdSwTime\":\"\",\"ctMult\":\"\",\"ctType\":\"\",\"ctVal\":\"\","
                        + "\"ctValCcy\":\"\",\"expTime\":\"\",\"futureSettlement\":false,\"groupId\":\"1\","
                        + "\"instFamily\":\"\",\"instId\":\"")
                .raw(market.symbol())
                .raw("\",\"instType\":\"SPOT\",\"lever\":\"\",\"listTime\":\"1548133413000\",\"lotSz\":\"")
                .decimal(1, market.amountDecimals())
                .raw("\",\"maxIcebergSz\":\"999999999999\",\"maxLmtAmt\":\"20000000\",\"maxLmtSz\":\"999999999999\","
                        + "\"maxMktAmt\":\"1000000\",\"maxMktSz\":\"1000000\",\"maxStopSz\":\"1000000\","
                        + "\"maxTriggerSz\":\"999999999999\",\"maxTwapSz\":\"999999999999\",\"minSz\":\"")
                .decimal(1, market.amountDecimals())
                .raw("\",\"optType\":\"\",\"openType\":\"fix_price\",\"quoteCcy\":\"")
                .raw(market.quote().code())
                .raw("\",\"tradeQuoteCcyList\":[\"")
                .raw(market.quote().code())
                .raw("\"],\"ruleType\":\"normal\",\"settleCcy\":\"\",\"state\":\"live\",\"stk\":\"\",\"tickSz\":\"")
                .decimal(1, market.priceDecimals())
                .raw("\",\"uly\":\"\"}");
    }

    private static RestAnswer trades(RestCall call, Market market) {
        int limit = call.limit("limit", 100, TRADES_MOST);
        long until = call.reader().countUntil(market, call.nowUs());
        return page(market, call.reader().trades(market, until - limit, until));
    }

    /** Newest first; {@code after} older than, {@code before} newer than, by id (type 1) or by time (type 2). */
    private static RestAnswer history(RestCall call, Market market) {
        int limit = call.limit("limit", HISTORY_MOST, HISTORY_MOST);
        boolean byTime = call.text("type").equals(Optional.of("2"));
        long until = call.reader().countUntil(market, call.nowUs());
        if (call.number("after").isPresent()) {
            long after = call.number("after").orElseThrow();
            until = Math.min(
                    until, byTime ? call.reader().countBefore(market, after * MILLI_US) : market.numberOf(after));
        }
        long from = Math.max(0, until - limit);
        if (call.number("before").isPresent()) {
            long before = call.number("before").orElseThrow() + 1;
            from = Math.max(
                    from, byTime ? call.reader().countBefore(market, before * MILLI_US) : market.numberOf(before));
        }
        return page(market, call.reader().trades(market, from, Math.max(from, until)));
    }

    private static RestAnswer page(Market market, TradeBatch batch) {
        JsonBytes out = begin();
        for (int i = batch.size() - 1; i >= 0; i--) {
            out.raw(i == batch.size() - 1 ? "{\"instId\":\"" : ",{\"instId\":\"")
                    .raw(market.symbol())
                    .raw(batch.buy(i) ? "\",\"side\":\"buy\",\"sz\":\"" : "\",\"side\":\"sell\",\"sz\":\"")
                    .decimal(batch.amount(i), market.amountDecimals())
                    .raw("\",\"px\":\"")
                    .decimal(batch.price(i), market.priceDecimals())
                    .raw("\",\"source\":\"0\",\"tradeId\":\"")
                    .number(market.tradeId(batch.number(i)))
                    .raw("\",\"ts\":\"")
                    .number(batch.timeMs(i))
                    .raw("\"}");
        }
        return RestAnswer.ok(out.raw("]}"));
    }

    /** Newest first; {@code after} older than, {@code before} newer than a time. */
    private static RestAnswer candles(RestCall call, Market market) {
        Bar bar = BARS.get(call.text("bar").orElse("1m"));
        if (bar == null) {
            return failure(400, "51000", "Parameter bar error");
        }
        int limit = call.limit("limit", 100, CANDLES_MOST);
        long toUs = call.nowUs() + 1;
        if (call.number("after").isPresent()) {
            toUs = Math.min(toUs, call.number("after").orElseThrow() * MILLI_US);
        }
        long newest = Math.floorDiv(toUs - 1 - bar.shiftUs, bar.lengthUs) * bar.lengthUs + bar.shiftUs;
        long fromUs = newest - (limit - 1) * bar.lengthUs;
        if (call.number("before").isPresent()) {
            fromUs = Math.max(fromUs, call.number("before").orElseThrow() * MILLI_US + 1);
        }
        List<Candle> candles = call.reader().candles(market, bar.lengthUs, bar.shiftUs, fromUs, toUs, call.nowUs());
        JsonBytes out = begin();
        boolean more = false;
        for (Candle candle : candles.reversed()) {
            boolean finished = candle.openUs() + bar.lengthUs <= call.nowUs();
            candle(more ? out.raw(",") : out, market, candle, finished);
            more = true;
        }
        return RestAnswer.ok(out.raw("]}"));
    }

    private static void candle(JsonBytes out, Market market, Candle candle, boolean finished) {
        int price = market.priceDecimals();
        int amount = market.amountDecimals();
        out.raw("[\"")
                .number(candle.openUs() / MILLI_US)
                .raw("\",\"")
                .decimal(candle.open(), price)
                .raw("\",\"")
                .decimal(candle.high(), price)
                .raw("\",\"")
                .decimal(candle.low(), price)
                .raw("\",\"")
                .decimal(candle.close(), price)
                .raw("\",\"")
                .decimal(candle.volume(), amount)
                .raw("\",\"")
                .decimal(candle.turnover(), price + amount)
                .raw("\",\"")
                .decimal(candle.turnover(), price + amount)
                .raw(finished ? "\",\"1\"]" : "\",\"0\"]");
    }
}
