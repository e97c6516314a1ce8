package org.assay.simulator.kraken;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.assay.simulator.candle.Candle;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.RestAnswer;
import org.assay.simulator.wire.RestCall;

/** Public REST of Kraken spot. Errors come with status 200. */
final class KrakenRest {

    private static final int TRADES_MOST = 1_000;
    private static final int CANDLES_MOST = 720;
    private static final int VOLUME_DECIMALS = 8;
    private static final int TRADE_PRICE_DECIMALS = 5;
    private static final long SECOND_US = 1_000_000;
    private static final long NANOS = 1_000;
    private static final long SECONDS_LIMIT = 100_000_000_000L;
    private static final Set<Long> MINUTES = Set.of(1L, 5L, 15L, 30L, 60L, 240L, 1_440L);
    private static final String LADDER = "[[0,0.40],[10000,0.35],[50000,0.24],[100000,0.22],[250000,0.20]]";
    private static final DateTimeFormatter RFC1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final List<Market> markets;
    private final Map<Market, KrakenNames> names = new HashMap<>();
    private final Map<String, Market> byName = new HashMap<>();

    KrakenRest(List<Market> markets) {
        this.markets = markets;
        for (Market market : markets) {
            KrakenNames named = KrakenNames.of(market);
            names.put(market, named);
            byName.put(named.pair(), market);
            byName.put(named.altname(), market);
            byName.put(named.wsname(), market);
            byName.put(market.symbol(), market);
        }
    }

    /** A market by any of its names. */
    Optional<Market> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    static RestAnswer failure(String error) {
        return RestAnswer.of(200, "{\"error\":[\"" + error + "\"]}");
    }

    RestAnswer answer(RestCall call) {
        return switch (call.path()) {
            case "/0/public/Time" -> {
                long seconds = call.nowUs() / SECOND_US;
                yield RestAnswer.of(
                        200,
                        "{\"error\":[],\"result\":{\"unixtime\":" + seconds + ",\"rfc1123\":\""
                                + RFC1123.format(Instant.ofEpochSecond(seconds)) + "\"}}");
            }
            case "/0/public/SystemStatus" ->
                RestAnswer.ok(new JsonBytes()
                        .raw("{\"error\":[],\"result\":{\"status\":\"online\",\"timestamp\":\"")
                        .time(call.nowUs())
                        .raw("\"}}"));
            case "/0/public/AssetPairs" -> pairs(call);
            case "/0/public/Trades" -> ofPair(call, this::trades);
            case "/0/public/OHLC" -> ofPair(call, this::candles);
            default -> failure("EGeneral:Unknown method").status(404);
        };
    }

    private RestAnswer ofPair(RestCall call, BiFunction<RestCall, Market, RestAnswer> answering) {
        Optional<String> name = call.text("pair");
        if (name.isEmpty()) {
            return failure("EGeneral:Invalid arguments");
        }
        return find(name.get())
                .map(market -> answering.apply(call, market))
                .orElseGet(() -> failure("EQuery:Unknown asset pair"));
    }

    private KrakenNames names(Market market) {
        return Objects.requireNonNull(names.get(market));
    }

    private RestAnswer pairs(RestCall call) {
        Optional<String> wanted = call.text("pair");
        JsonBytes out = new JsonBytes().raw("{\"error\":[],\"result\":{");
        boolean more = false;
        List<Market> listed = markets;
        if (wanted.isPresent()) {
            listed = Arrays.stream(wanted.get().split(",", -1))
                    .flatMap(name -> find(name).stream())
                    .toList();
            if (listed.isEmpty()) {
                return failure("EQuery:Unknown asset pair");
            }
        }
        for (Market market : listed) {
            pair(more ? out.raw(",") : out, market);
            more = true;
        }
        return RestAnswer.ok(out.raw("}}"));
    }

    private void pair(JsonBytes out, Market market) {
        KrakenNames named = names(market);
        out.raw("\"")
                .raw(named.pair())
                .raw("\":{\"altname\":\"")
                .raw(named.altname())
                .raw("\",\"wsname\":\"")
                .raw(named.wsname())
                .raw("\",\"aclass_base\":\"currency\",\"base\":\"")
                .raw(named.base())
                .raw("\",\"aclass_quote\":\"currency\",\"quote\":\"")
                .raw(named.quote())
                .raw("\",\"lot\":\"unit\",\"cost_decimals\":5,\"pair_decimals\":")
                .number(market.priceDecimals())
                .raw(",\"lot_decimals\":8,\"lot_multiplier\":1,\"leverage_buy\":[],\"leverage_sell\":[],\"fees\":")
                .raw(LADDER)
                .raw(",\"fees_maker\":")
                .raw(LADDER)
                .raw(",\"fee_volume_currency\":\"ZUSD\",\"margin_call\":80,\"margin_stop\":40,\"ordermin\":\"")
                .decimal(1, market.amountDecimals())
                .raw("\",\"costmin\":\"0.5\",\"tick_size\":\"")
                .decimal(1, market.priceDecimals())
                .raw("\",\"status\":\"online\"}");
    }

    /**
     * Oldest first, later than {@code since} in nanoseconds. A page does not end within one moment, because the next
     * one, which begins after {@code last}, would miss the rest.
     */
    private RestAnswer trades(RestCall call, Market market) {
        int limit = call.limit("count", TRADES_MOST, TRADES_MOST);
        long until = call.reader().countUntil(market, call.nowUs());
        long from = Math.max(0, until - limit);
        String last = call.text("since").orElse("0");
        if (call.number("since").isPresent()) {
            long since = call.number("since").orElseThrow();
            long sinceUs = since < SECONDS_LIMIT ? since * SECOND_US : since / NANOS;
            from = call.reader().countBefore(market, sinceUs + 1);
        }
        long to = Math.clamp(from + limit, from, Math.max(from, until));
        TradeBatch batch = call.reader().trades(market, from, to);
        int size = batch.size();
        if (to < until && size > 0) {
            long cut = call.reader().countBefore(market, batch.timeUs(size - 1));
            boolean split = call.reader().countBefore(market, batch.timeUs(size - 1) + 1) > to;
            size = split && cut > from ? (int) (cut - from) : size;
        }
        JsonBytes out = new JsonBytes()
                .raw("{\"error\":[],\"result\":{\"")
                .raw(names(market).pair())
                .raw("\":[");
        for (int i = 0; i < size; i++) {
            out.raw(i == 0 ? "[\"" : ",[\"")
                    .padded(batch.price(i), market.priceDecimals(), TRADE_PRICE_DECIMALS)
                    .raw("\",\"")
                    .padded(batch.amount(i), market.amountDecimals(), VOLUME_DECIMALS)
                    .raw("\",")
                    .decimal(batch.timeUs(i), 6)
                    .raw(batch.buy(i) ? ",\"b\",\"m\",\"\"," : ",\"s\",\"m\",\"\",")
                    .number(market.tradeId(batch.number(i)))
                    .raw("]");
            last = Long.toString(batch.timeUs(i) * NANOS);
        }
        return RestAnswer.ok(out.raw("],\"last\":").text(last).raw("}}"));
    }

    /** The newest 720, whatever {@code since} says; the last one is not finished. */
    private RestAnswer candles(RestCall call, Market market) {
        long minutes = call.number("interval").orElse(1);
        if (!MINUTES.contains(minutes)) {
            return failure("EGeneral:Invalid arguments");
        }
        long lengthUs = minutes * 60 * SECOND_US;
        long open = Math.floorDiv(call.nowUs(), lengthUs) * lengthUs;
        long fromUs = open - (CANDLES_MOST - 1) * lengthUs;
        if (call.number("since").isPresent()) {
            fromUs = Math.max(fromUs, call.number("since").orElseThrow() * SECOND_US + 1);
        }
        List<Candle> candles = call.reader().candles(market, lengthUs, 0, fromUs, call.nowUs() + 1, call.nowUs());
        JsonBytes out = new JsonBytes()
                .raw("{\"error\":[],\"result\":{\"")
                .raw(names(market).pair())
                .raw("\":[");
        for (int i = 0; i < candles.size(); i++) {
            candle(i == 0 ? out : out.raw(","), market, candles.get(i));
        }
        return RestAnswer.ok(
                out.raw("],\"last\":").number((open - lengthUs) / SECOND_US).raw("}}"));
    }

    private static void candle(JsonBytes out, Market market, Candle candle) {
        int decimals = market.priceDecimals();
        out.raw("[")
                .number(candle.openUs() / SECOND_US)
                .raw(",\"")
                .decimal(candle.open(), decimals)
                .raw("\",\"")
                .decimal(candle.high(), decimals)
                .raw("\",\"")
                .decimal(candle.low(), decimals)
                .raw("\",\"")
                .decimal(candle.close(), decimals)
                .raw("\",\"")
                .raw(averagePrice(candle, decimals))
                .raw("\",\"")
                .cut(candle.volume(), market.amountDecimals(), VOLUME_DECIMALS)
                .raw("\",")
                .number(candle.trades())
                .raw("]");
    }

    private static String averagePrice(Candle candle, int decimals) {
        if (candle.trades() == 0) {
            return "0.0";
        }
        return new BigDecimal(candle.turnover())
                .divide(new BigDecimal(candle.volume()), 0, RoundingMode.HALF_UP)
                .movePointLeft(decimals)
                .toPlainString();
    }
}
