package org.assay.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.simulator.fault.Fault;
import org.assay.simulator.fault.FaultBook;
import org.assay.simulator.fault.FaultKind;
import org.assay.simulator.fault.FaultOrder;
import org.assay.simulator.ledger.SentLedger;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Universe;
import org.assay.simulator.wire.ControlHandler;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.MarketClock;
import org.assay.simulator.wire.MarketReader;
import org.assay.simulator.wire.RestAnswer;

/** {@code /control}: faults, the rate, and what was sent. Safe for threads. */
public final class ControlApi implements ControlHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOST_TRADES = 1_000_000;

    private final Parts parts;

    /** Controls these parts. */
    public ControlApi(Parts parts) {
        this.parts = parts;
    }

    /**
     * What is controlled.
     *
     * @param written trades written to sockets, over all connections
     */
    public record Parts(
            MarketClock clock,
            Universe universe,
            FaultBook faults,
            SentLedger ledger,
            AtomicLong written,
            RateControl rate,
            Dropping dropping) {}

    @Override
    public RestAnswer answer(
            String method, String path, Map<String, List<String>> query, String body, MarketReader reader) {
        try {
            return switch (method + ' ' + path) {
                case "POST /faults" -> addFault(body);
                case "GET /faults" -> listFaults();
                case "DELETE /faults" -> clearFaults();
                case "GET /sent" -> sent(query);
                case "GET /trades" -> trades(query, reader);
                case "GET /markets" -> markets();
                case "GET /rate" -> rate(parts.clock.nowUs());
                case "PUT /rate" -> changeRate(body);
                default -> other(method, path);
            };
        } catch (IllegalArgumentException e) {
            return RestAnswer.ok(new JsonBytes()
                            .raw("{\"error\":")
                            .text(String.valueOf(e.getMessage()))
                            .raw("}"))
                    .status(400);
        }
    }

    private RestAnswer other(String method, String path) {
        String prefix = "/faults/";
        if (method.equals("DELETE") && path.startsWith(prefix)) {
            boolean removed = parts.faults.remove(Long.parseLong(path.substring(prefix.length())));
            return removed ? RestAnswer.of(200, "{}") : RestAnswer.of(404, "{\"error\":\"no such fault\"}");
        }
        return RestAnswer.of(404, "{\"error\":\"nothing here\"}");
    }

    private RestAnswer addFault(String body) {
        FaultOrder order = FaultOrders.read(body);
        String symbol = order.symbol();
        if (symbol != null
                && parts.universe.find(order.venue().id() + ':' + symbol).isEmpty()) {
            throw new IllegalArgumentException("No market " + order.venue().id() + ':' + symbol);
        }
        Fault fault = parts.faults.add(order, parts.clock.nowUs());
        if (order.kind() == FaultKind.DROP_CONNECTION) {
            int dropped =
                    parts.dropping.drop(order.venue(), symbol, order.count().orElse(Integer.MAX_VALUE));
            if (order.duration().isZero()) {
                parts.faults.remove(fault.id());
            }
            return RestAnswer.ok(new JsonBytes()
                    .raw("{\"id\":")
                    .number(fault.id())
                    .raw(",\"dropped\":")
                    .number(dropped)
                    .raw("}"));
        }
        return RestAnswer.ok(new JsonBytes().raw("{\"id\":").number(fault.id()).raw("}"));
    }

    private RestAnswer clearFaults() {
        parts.faults.clear();
        return RestAnswer.of(200, "{}");
    }

    private RestAnswer listFaults() {
        long nowUs = parts.clock.nowUs();
        JsonBytes out = new JsonBytes().raw("{\"faults\":[");
        boolean more = false;
        for (Fault fault : parts.faults.all()) {
            String symbol = fault.order().symbol();
            out.raw(more ? ",{\"id\":" : "{\"id\":")
                    .number(fault.id())
                    .raw(",\"kind\":\"")
                    .raw(fault.order().kind().code())
                    .raw("\",\"venue\":\"")
                    .raw(fault.order().venue().id())
                    .raw("\",\"symbol\":");
            (symbol == null ? out.raw("null") : out.text(symbol))
                    .raw(",\"applied\":")
                    .number(fault.applied())
                    .raw(fault.active(nowUs) ? ",\"active\":true}" : ",\"active\":false}");
            more = true;
        }
        return RestAnswer.ok(out.raw("]}"));
    }

    private RestAnswer sent(Map<String, List<String>> query) {
        String wanted = query.getOrDefault("market", List.of("")).getFirst();
        JsonBytes out = new JsonBytes().raw("{\"markets\":[");
        long distinct = 0;
        boolean more = false;
        for (SentLedger.Sent sent : parts.ledger.sent()) {
            if (sent.runs().isEmpty()
                    || !(wanted.isEmpty() || wanted.equals(sent.market().id()))) {
                continue;
            }
            distinct += sent.distinct();
            sentOfMarket(more ? out.raw(",") : out, sent);
            more = true;
        }
        return RestAnswer.ok(out.raw("],\"total\":")
                .number(parts.written.get())
                .raw(",\"distinct\":")
                .number(distinct)
                .raw("}"));
    }

    private static void sentOfMarket(JsonBytes out, SentLedger.Sent sent) {
        Market market = sent.market();
        out.raw("{\"market\":")
                .text(market.id())
                .raw(",\"first_trade_id\":\"")
                .number(market.tradeId(sent.runs().getFirst().from()))
                .raw("\",\"last_trade_id\":\"")
                .number(market.tradeId(sent.runs().getLast().to() - 1))
                .raw("\",\"count\":")
                .number(sent.written())
                .raw(",\"distinct\":")
                .number(sent.distinct())
                .raw(",\"runs\":[");
        boolean more = false;
        for (SentLedger.Run run : sent.runs()) {
            out.raw(more ? ",[\"" : "[\"")
                    .number(market.tradeId(run.from()))
                    .raw("\",\"")
                    .number(market.tradeId(run.to() - 1))
                    .raw("\"]");
            more = true;
        }
        out.raw("]}");
    }

    private RestAnswer trades(Map<String, List<String>> query, MarketReader reader) {
        String id = one(query, "market");
        Market market =
                parts.universe.find(id).orElseThrow(() -> new IllegalArgumentException("No market '" + id + "'"));
        long fromUs = time(one(query, "from"));
        long toUs = Math.min(time(one(query, "to")), parts.clock.nowUs() + 1);
        long from = reader.countBefore(market, fromUs);
        long to = reader.countBefore(market, toUs);
        if (to - from > MOST_TRADES) {
            throw new IllegalArgumentException("More than a million trades; ask for a shorter time");
        }
        TradeBatch batch = reader.trades(market, from, Math.max(from, to));
        JsonBytes out = new JsonBytes().raw("{\"market\":").text(id).raw(",\"trades\":[");
        for (int i = 0; i < batch.size(); i++) {
            out.raw(i == 0 ? "{\"id\":\"" : ",{\"id\":\"")
                    .number(market.tradeId(batch.number(i)))
                    .raw("\",\"time\":\"")
                    .time(batch.timeUs(i))
                    .raw("\",\"time_us\":")
                    .number(batch.timeUs(i))
                    .raw(",\"price\":\"")
                    .decimal(batch.price(i), market.priceDecimals())
                    .raw("\",\"amount\":\"")
                    .decimal(batch.amount(i), market.amountDecimals())
                    .raw(batch.buy(i) ? "\",\"side\":\"buy\"}" : "\",\"side\":\"sell\"}");
        }
        return RestAnswer.ok(out.raw("]}"));
    }

    private RestAnswer markets() {
        JsonBytes out = new JsonBytes().raw("{\"markets\":[");
        boolean more = false;
        for (Market market : parts.universe.markets()) {
            out.raw(more ? ",{\"market\":" : "{\"market\":")
                    .text(market.id())
                    .raw(",\"base\":")
                    .text(market.base().id())
                    .raw(",\"quote\":")
                    .text(market.quote().id())
                    .raw(",\"trades_per_second\":")
                    .raw(Double.toString(market.weight() * parts.rate.rate()))
                    .raw("}");
            more = true;
        }
        return RestAnswer.ok(out.raw("]}"));
    }

    private RestAnswer rate(long fromUs) {
        return RestAnswer.ok(new JsonBytes()
                .raw("{\"trades_per_second\":")
                .raw(Double.toString(parts.rate.rate()))
                .raw(",\"from\":\"")
                .time(fromUs)
                .raw("\"}"));
    }

    private RestAnswer changeRate(String body) {
        JsonNode rate;
        try {
            rate = JSON.readTree(body).path("trades_per_second");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is no JSON: " + e.getOriginalMessage(), e);
        }
        if (!rate.isNumber()) {
            throw new IllegalArgumentException("trades_per_second must be a number");
        }
        return rate(parts.rate.change(rate.asDouble()));
    }

    private static String one(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw new IllegalArgumentException("The parameter " + name + " must be given once");
        }
        return values.getFirst();
    }

    /** A time as RFC 3339 or as microseconds since 1970. */
    private static long time(String value) {
        if (value.chars().allMatch(Character::isDigit) && !value.isEmpty()) {
            return Long.parseLong(value);
        }
        try {
            Instant instant = Instant.parse(value);
            return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("No time: '" + value + "'", e);
        }
    }
}
