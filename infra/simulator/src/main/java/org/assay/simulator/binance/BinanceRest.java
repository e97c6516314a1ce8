package org.assay.simulator.binance;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.simulator.candle.Candle;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.RestAnswer;
import org.assay.simulator.wire.RestCall;

/** REST v3 of Binance spot. */
final class BinanceRest {

    private static final int DECIMALS = 8;
    private static final long MILLI_US = 1_000;
    private static final int TRADES_MOST = 1_000;
    private static final int CANDLES_MOST = 1_000;
    private static final Map<String, Long> INTERVALS_US = Map.of(
            "1m", 60_000_000L,
            "3m", 180_000_000L,
            "5m", 300_000_000L,
            "15m", 900_000_000L,
            "30m", 1_800_000_000L,
            "1h", 3_600_000_000L,
            "2h", 7_200_000_000L,
            "4h", 14_400_000_000L,
            "12h", 43_200_000_000L,
            "1d", 86_400_000_000L);

    private final List<Market> markets;
    private final Map<String, Market> bySymbol;

    BinanceRest(List<Market> markets) {
        this.markets = markets;
        this.bySymbol = markets.stream().collect(Collectors.toUnmodifiableMap(Market::symbol, Function.identity()));
    }

    RestAnswer answer(RestCall call) {
        return switch (call.path()) {
            case "/api/v3/ping" -> RestAnswer.of(200, "{}");
            case "/api/v3/time" -> RestAnswer.of(200, "{\"serverTime\":" + call.nowUs() / MILLI_US + "}");
            case "/api/v3/exchangeInfo" -> exchangeInfo(call);
            case "/api/v3/trades" -> ofMarket(call, market -> trades(call, market, false));
            case "/api/v3/historicalTrades" -> ofMarket(call, market -> trades(call, market, true));
            case "/api/v3/aggTrades" -> ofMarket(call, market -> aggregated(call, market));
            case "/api/v3/klines", "/api/v3/uiKlines" -> ofMarket(call, market -> klines(call, market));
            default -> RestAnswer.of(404, "{\"code\":-1000,\"msg\":\"No such endpoint.\"}");
        };
    }

    private RestAnswer ofMarket(RestCall call, Function<Market, RestAnswer> answering) {
        Optional<String> symbol = call.text("symbol");
        if (symbol.isEmpty()) {
            return RestAnswer.of(
                    400,
                    "{\"code\":-1102,\"msg\":\"Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.\"}");
        }
        Market market = bySymbol.get(symbol.get());
        return market == null ? invalidSymbol() : answering.apply(market);
    }

    private static RestAnswer invalidSymbol() {
        return RestAnswer.of(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
    }

    private RestAnswer exchangeInfo(RestCall call) {
        Optional<String> symbol = call.text("symbol");
        if (symbol.isPresent() && !bySymbol.containsKey(symbol.get())) {
            return invalidSymbol();
        }
        JsonBytes out = new JsonBytes()
                .raw("{\"timezone\":\"UTC\",\"serverTime\":")
                .number(call.nowUs() / MILLI_US)
                .raw(",\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,"
                        + "\"limit\":6000},{\"rateLimitType\":\"RAW_REQUESTS\",\"interval\":\"MINUTE\",\"intervalNum\":5,"
                        + "\"limit\":61000}],\"exchangeFilters\":[],\"symbols\":[");
        boolean more = false;
        for (Market market : markets) {
            if (symbol.isEmpty() || symbol.get().equals(market.symbol())) {
                symbol(more ? out.raw(",") : out, market);
                more = true;
            }
        }
        return RestAnswer.ok(out.raw("]}"));
    }

    private static void symbol(JsonBytes out, Market market) {
        out.raw("{\"symbol\":\"")
                .raw(market.symbol())
                .raw("\",\"status\":\"TRADING\",\"baseAsset\":\"")
                .raw(market.base().code())
                .raw("\",\"baseAssetPrecision\":8,\"quoteAsset\":\"")
                .raw(market.quote().code())
                .raw("\",\"quotePrecision\":8,\"quoteAssetPrecision\":8,\"baseCommissionPrecision\":8,"
                        + "\"quoteCommissionPrecision\":8,\"orderTypes\":[\"LIMIT\",\"LIMIT_MAKER\",\"MARKET\"],"
                        + "\"icebergAllowed\":true,\"ocoAllowed\":true,\"otoAllowed\":true,"
                        + "\"quoteOrderQtyMarketAllowed\":true,\"allowTrailingStop\":true,\"cancelReplaceAllowed\":true,"
                        + "\"isSpotTradingAllowed\":true,\"isMarginTradingAllowed\":false,\"filters\":["
                        + "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"")
                .padded(1, market.priceDecimals(), DECIMALS)
                .raw("\",\"maxPrice\":\"1000000.00000000\",\"tickSize\":\"")
                .padded(1, market.priceDecimals(), DECIMALS)
                .raw("\"},{\"filterType\":\"LOT_SIZE\",\"minQty\":\"")
                .padded(1, market.amountDecimals(), DECIMALS)
                .raw("\",\"maxQty\":\"9000000000.00000000\",\"stepSize\":\"")
                .padded(1, market.amountDecimals(), DECIMALS)
                .raw("\"}],\"permissions\":[],\"permissionSets\":[[\"SPOT\"]],"
                        + "\"defaultSelfTradePreventionMode\":\"EXPIRE_MAKER\","
                        + "\"allowedSelfTradePreventionModes\":[\"EXPIRE_TAKER\",\"EXPIRE_MAKER\",\"EXPIRE_BOTH\"]}");
    }

    private static RestAnswer trades(RestCall call, Market market, boolean fromId) {
        int limit = call.limit("limit", 500, TRADES_MOST);
        long until = call.reader().countUntil(market, call.nowUs());
        long from = fromId && call.number("fromId").isPresent()
                ? market.numberOf(call.number("fromId").orElseThrow())
                : Math.max(0, until - limit);
        TradeBatch batch = call.reader().trades(market, from, Math.clamp(from + limit, from, Math.max(from, until)));
        JsonBytes out = new JsonBytes().raw("[");
        for (int i = 0; i < batch.size(); i++) {
            out.raw(i == 0 ? "{\"id\":" : ",{\"id\":")
                    .number(market.tradeId(batch.number(i)))
                    .raw(",\"price\":\"")
                    .padded(batch.price(i), market.priceDecimals(), DECIMALS)
                    .raw("\",\"qty\":\"")
                    .padded(batch.amount(i), market.amountDecimals(), DECIMALS)
                    .raw("\",\"quoteQty\":\"")
                    .cut(
                            BigInteger.valueOf(batch.price(i)).multiply(BigInteger.valueOf(batch.amount(i))),
                            market.priceDecimals() + market.amountDecimals(),
                            DECIMALS)
                    .raw("\",\"time\":")
                    .number(batch.timeMs(i))
                    .raw(batch.buy(i) ? ",\"isBuyerMaker\":false" : ",\"isBuyerMaker\":true")
                    .raw(",\"isBestMatch\":true}");
        }
        return RestAnswer.ok(out.raw("]"));
    }

    private static RestAnswer aggregated(RestCall call, Market market) {
        int limit = call.limit("limit", 500, TRADES_MOST);
        long until = call.reader().countUntil(market, call.nowUs());
        long from = Math.max(0, until - limit);
        if (call.number("fromId").isPresent()) {
            from = market.numberOf(call.number("fromId").orElseThrow());
        } else if (call.number("startTime").isPresent()) {
            from = call.reader().countBefore(market, call.number("startTime").orElseThrow() * MILLI_US);
        }
        if (call.number("endTime").isPresent()) {
            until = Math.min(
                    until,
                    call.reader().countBefore(market, (call.number("endTime").orElseThrow() + 1) * MILLI_US));
        }
        TradeBatch batch = call.reader().trades(market, from, Math.clamp(from + limit, from, Math.max(from, until)));
        JsonBytes out = new JsonBytes().raw("[");
        for (int i = 0; i < batch.size(); i++) {
            long id = market.tradeId(batch.number(i));
            out.raw(i == 0 ? "{\"a\":" : ",{\"a\":")
                    .number(id)
                    .raw(",\"p\":\"")
                    .padded(batch.price(i), market.priceDecimals(), DECIMALS)
                    .raw("\",\"q\":\"")
                    .padded(batch.amount(i), market.amountDecimals(), DECIMALS)
                    .raw("\",\"f\":")
                    .number(id)
                    .raw(",\"l\":")
                    .number(id)
                    .raw(",\"T\":")
                    .number(batch.timeMs(i))
                    .raw(batch.buy(i) ? ",\"m\":false,\"M\":true}" : ",\"m\":true,\"M\":true}");
        }
        return RestAnswer.ok(out.raw("]"));
    }

    private static RestAnswer klines(RestCall call, Market market) {
        Long lengthUs = INTERVALS_US.get(call.text("interval").orElse(""));
        if (lengthUs == null) {
            return RestAnswer.of(400, "{\"code\":-1120,\"msg\":\"Invalid interval.\"}");
        }
        int limit = call.limit("limit", 500, CANDLES_MOST);
        long toUs = call.number("endTime").isPresent()
                ? Math.min(call.nowUs(), call.number("endTime").orElseThrow() * MILLI_US) + 1
                : call.nowUs() + 1;
        long fromUs = call.number("startTime").isPresent()
                ? call.number("startTime").orElseThrow() * MILLI_US
                : (Math.floorDiv(toUs - 1, lengthUs) - limit + 1) * lengthUs;
        toUs = Math.min(toUs, (Math.ceilDiv(fromUs, lengthUs) + limit) * lengthUs);
        List<Candle> candles = call.reader().candles(market, lengthUs, 0, fromUs, toUs, call.nowUs());
        JsonBytes out = new JsonBytes().raw("[");
        for (int i = 0; i < candles.size(); i++) {
            kline(i == 0 ? out : out.raw(","), market, candles.get(i), lengthUs);
        }
        return RestAnswer.ok(out.raw("]"));
    }

    private static void kline(JsonBytes out, Market market, Candle candle, long lengthUs) {
        int price = market.priceDecimals();
        int amount = market.amountDecimals();
        out.raw("[")
                .number(candle.openUs() / MILLI_US)
                .raw(",\"")
                .padded(candle.open(), price, DECIMALS)
                .raw("\",\"")
                .padded(candle.high(), price, DECIMALS)
                .raw("\",\"")
                .padded(candle.low(), price, DECIMALS)
                .raw("\",\"")
                .padded(candle.close(), price, DECIMALS)
                .raw("\",\"")
                .cut(candle.volume(), amount, DECIMALS)
                .raw("\",")
                .number((candle.openUs() + lengthUs) / MILLI_US - 1)
                .raw(",\"")
                .cut(candle.turnover(), price + amount, DECIMALS)
                .raw("\",")
                .number(candle.trades())
                .raw(",\"")
                .cut(candle.volume().shiftRight(1), amount, DECIMALS)
                .raw("\",\"")
                .cut(candle.turnover().shiftRight(1), price + amount, DECIMALS)
                .raw("\",\"0\"]");
    }
}
