package org.assay.simulator.bybit;

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

/** Market REST of Bybit v5, category spot. Errors come with status 200. */
final class BybitRest {

    private static final int TRADES_MOST = 60;
    private static final int CANDLES_MOST = 1_000;
    private static final long MILLI_US = 1_000;
    private static final Map<String, Long> INTERVALS_US = Map.ofEntries(
            Map.entry("1", 60_000_000L),
            Map.entry("3", 180_000_000L),
            Map.entry("5", 300_000_000L),
            Map.entry("15", 900_000_000L),
            Map.entry("30", 1_800_000_000L),
            Map.entry("60", 3_600_000_000L),
            Map.entry("120", 7_200_000_000L),
            Map.entry("240", 14_400_000_000L),
            Map.entry("360", 21_600_000_000L),
            Map.entry("720", 43_200_000_000L),
            Map.entry("D", 86_400_000_000L));

    private final List<Market> markets;
    private final Map<String, Market> bySymbol;

    BybitRest(List<Market> markets) {
        this.markets = markets;
        this.bySymbol = markets.stream().collect(Collectors.toUnmodifiableMap(Market::symbol, Function.identity()));
    }

    RestAnswer answer(RestCall call) {
        return switch (call.path()) {
            case "/v5/market/time" -> {
                JsonBytes out = new JsonBytes()
                        .raw("{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"timeSecond\":\"")
                        .number(call.nowUs() / 1_000_000)
                        .raw("\",\"timeNano\":\"")
                        .number(call.nowUs() * 1_000)
                        .raw("\"}");
                yield end(out, call);
            }
            case "/v5/market/instruments-info" -> spot(call, () -> instruments(call));
            case "/v5/market/recent-trade" -> spot(call, () -> ofMarket(call, BybitRest::trades));
            case "/v5/market/kline" -> spot(call, () -> ofMarket(call, BybitRest::candles));
            default -> RestAnswer.of(404, "{\"retCode\":10404,\"retMsg\":\"Not Found\"}");
        };
    }

    @FunctionalInterface
    private interface Answering {
        RestAnswer answer();
    }

    private static RestAnswer spot(RestCall call, Answering answering) {
        return call.text("category").equals(Optional.of("spot"))
                ? answering.answer()
                : failure(call, 10001, "Illegal category");
    }

    private RestAnswer ofMarket(RestCall call, BiFunction<RestCall, Market, RestAnswer> answering) {
        Market market = call.text("symbol").map(bySymbol::get).orElse(null);
        return market == null ? failure(call, 10001, "Not supported symbols") : answering.apply(call, market);
    }

    private static RestAnswer failure(RestCall call, int code, String reason) {
        JsonBytes out = new JsonBytes()
                .raw("{\"retCode\":")
                .number(code)
                .raw(",\"retMsg\":")
                .text(reason)
                .raw(",\"result\":{}");
        return end(out, call);
    }

    private static JsonBytes begin() {
        return new JsonBytes().raw("{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":\"spot\",");
    }

    private static RestAnswer end(JsonBytes out, RestCall call) {
        return RestAnswer.ok(out.raw(",\"retExtInfo\":{},\"time\":")
                .number(call.nowUs() / MILLI_US)
                .raw("}"));
    }

    private RestAnswer instruments(RestCall call) {
        Optional<String> symbol = call.text("symbol");
        JsonBytes out = begin().raw("\"list\":[");
        boolean more = false;
        for (Market market : markets) {
            if (symbol.isEmpty() || symbol.get().equals(market.symbol())) {
                instrument(more ? out.raw(",") : out, market);
                more = true;
            }
        }
        return end(out.raw("]}"), call);
    }

    private static void instrument(JsonBytes out, Market market) {
        out.raw("{\"symbol\":\"")
                .raw(market.symbol())
                .raw("\",\"baseCoin\":\"")
                .raw(market.base().code())
                .raw("\",\"quoteCoin\":\"")
                .raw(market.quote().code())
                .raw("\",\"innovation\":\"0\",\"status\":\"Trading\",\"marginTrading\":\"none\",\"stTag\":\"0\","
                        + "\"lotSizeFilter\":{\"basePrecision\":\"")
                .decimal(1, market.amountDecimals())
                .raw("\",\"quotePrecision\":\"0.00000001\",\"minOrderQty\":\"")
                .decimal(1, market.amountDecimals())
                .raw("\",\"maxOrderQty\":\"1000000000\",\"minOrderAmt\":\"5\",\"maxOrderAmt\":\"4000000\"},"
                        + "\"priceFilter\":{\"tickSize\":\"")
                .decimal(1, market.priceDecimals())
                .raw("\"},\"riskParameters\":{\"priceLimitRatioX\":\"0.05\",\"priceLimitRatioY\":\"0.05\"}}");
    }

    /** Newest first, never more than 60. */
    private static RestAnswer trades(RestCall call, Market market) {
        int limit = call.limit("limit", TRADES_MOST, TRADES_MOST);
        long until = call.reader().countUntil(market, call.nowUs());
        TradeBatch batch = call.reader().trades(market, until - limit, until);
        JsonBytes out = begin().raw("\"list\":[");
        for (int i = batch.size() - 1; i >= 0; i--) {
            long id = market.tradeId(batch.number(i));
            out.raw(i == batch.size() - 1 ? "{\"execId\":\"" : ",{\"execId\":\"")
                    .number(id)
                    .raw("\",\"symbol\":\"")
                    .raw(market.symbol())
                    .raw("\",\"price\":\"")
                    .decimal(batch.price(i), market.priceDecimals())
                    .raw("\",\"size\":\"")
                    .decimal(batch.amount(i), market.amountDecimals())
                    .raw(batch.buy(i) ? "\",\"side\":\"Buy\",\"time\":\"" : "\",\"side\":\"Sell\",\"time\":\"")
                    .number(batch.timeMs(i))
                    .raw("\",\"isBlockTrade\":false,\"isRPITrade\":false,\"seq\":\"")
                    .number(id)
                    .raw("\"}");
        }
        return end(out.raw("]}"), call);
    }

    /** Newest first, at most 1000. */
    private static RestAnswer candles(RestCall call, Market market) {
        Long lengthUs = INTERVALS_US.get(call.text("interval").orElse(""));
        if (lengthUs == null) {
            return failure(call, 10001, "Invalid period!");
        }
        int limit = call.limit("limit", 200, CANDLES_MOST);
        long toUs = call.number("end").isPresent()
                ? Math.min(call.nowUs(), call.number("end").orElseThrow() * MILLI_US) + 1
                : call.nowUs() + 1;
        long oldest = (Math.floorDiv(toUs - 1, lengthUs) - limit + 1) * lengthUs;
        long fromUs = call.number("start").isPresent()
                ? Math.max(oldest, call.number("start").orElseThrow() * MILLI_US)
                : oldest;
        List<Candle> candles = call.reader().candles(market, lengthUs, 0, fromUs, toUs, call.nowUs());
        JsonBytes out = begin().raw("\"symbol\":\"").raw(market.symbol()).raw("\",\"list\":[");
        boolean more = false;
        for (Candle candle : candles.reversed()) {
            candle(more ? out.raw(",") : out, market, candle);
            more = true;
        }
        return end(out.raw("]}"), call);
    }

    private static void candle(JsonBytes out, Market market, Candle candle) {
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
                .raw("\"]");
    }
}
