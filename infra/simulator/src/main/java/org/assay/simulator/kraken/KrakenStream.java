package org.assay.simulator.kraken;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader.Day;
import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.Channel;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.StreamContext;
import org.assay.simulator.wire.StreamProtocol;
import org.assay.simulator.wire.Subscription;

/** WebSocket v2 of Kraken: {@code trade} and {@code ticker}. */
final class KrakenStream implements StreamProtocol {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SNAPSHOT_TRADES = 50;
    private static final int QTY_DECIMALS = 8;
    private static final long FIRST_CONNECTION = 1_239_390_610_489_815_000L;

    private final StreamContext context;

    KrakenStream(StreamContext context) {
        this.context = context;
    }

    @Override
    public void opened() {
        context.frame()
                .raw(
                        "{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"version\":\"2.0.10\",\"system\":\"online\","
                                + "\"api_version\":\"v2\",\"connection_id\":")
                .number(FIRST_CONNECTION + context.connectionNumber())
                .raw("}]}");
        context.send();
    }

    @Override
    public void everySecond(boolean silent) {
        if (silent && !context.subscriptions().isEmpty()) {
            context.frame().raw("{\"channel\":\"heartbeat\"}");
            context.send();
        }
    }

    @Override
    public void received(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            refuse("", "Malformed JSON", Optional.empty(), "");
            return;
        }
        String id = message.path("req_id").isIntegralNumber()
                ? ",\"req_id\":" + message.path("req_id").asLong()
                : "";
        String method = message.path("method").asText();
        switch (method) {
            case "ping" -> {
                times(context.frame().raw("{\"method\":\"pong\""), id).raw("}");
                context.send();
            }
            case "subscribe", "unsubscribe" -> {
                JsonNode params = message.path("params");
                for (JsonNode symbol : params.path("symbol")) {
                    change(method, params, symbol.asText(), id);
                }
            }
            default -> refuse(method, "Method not found", Optional.empty(), id);
        }
    }

    private void change(String method, JsonNode params, String symbol, String id) {
        String name = params.path("channel").asText();
        Optional<Market> market = context.market(symbol);
        if (!name.equals("trade") && !name.equals("ticker")) {
            refuse(method, "Channel not supported " + name, Optional.of(symbol), id);
            return;
        }
        if (market.isEmpty()) {
            refuse(method, "Currency pair not supported " + symbol, Optional.of(symbol), id);
            return;
        }
        String key = name + ' ' + symbol;
        boolean snapshot = params.path("snapshot").asBoolean(name.equals("ticker"));
        boolean onQuotes = params.path("event_trigger").asText().equals("bbo");
        if (method.equals("unsubscribe")) {
            if (!context.unsubscribe(key)) {
                refuse(method, "Subscription Not Found", Optional.of(symbol), id);
                return;
            }
            acknowledge(method, name, symbol, "", id);
            return;
        }
        Channel channel = name.equals("trade") ? Channel.TRADES : onQuotes ? Channel.QUOTES : Channel.TICKER;
        if (!context.subscribe(key, market.get(), channel, name)) {
            refuse(method, "Already subscribed", Optional.of(symbol), id);
            return;
        }
        String trigger =
                name.equals("trade") ? "" : onQuotes ? "\"event_trigger\":\"bbo\"," : "\"event_trigger\":\"trades\",";
        acknowledge(method, name, symbol, trigger + "\"snapshot\":" + snapshot + ",", id);
        if (snapshot && channel == Channel.TRADES) {
            TradeBatch last = context.lastTrades(market.get(), SNAPSHOT_TRADES);
            if (last.size() > 0) {
                trades(market.get(), last, "snapshot");
            }
        } else if (snapshot) {
            ticker(market.get(), context.quote(market.get()), context.nowUs(), "snapshot");
        }
    }

    private void acknowledge(String method, String channel, String symbol, String more, String id) {
        JsonBytes out = context.frame()
                .raw("{\"method\":\"")
                .raw(method)
                .raw("\",\"result\":{\"channel\":\"")
                .raw(channel)
                .raw("\",")
                .raw(more)
                .raw("\"symbol\":")
                .text(symbol)
                .raw("},\"success\":true");
        times(out, id).raw("}");
        context.send();
    }

    private void refuse(String method, String reason, Optional<String> symbol, String id) {
        JsonBytes out = context.frame().raw("{\"error\":").text(reason);
        if (!method.isEmpty()) {
            out.raw(",\"method\":").text(method);
        }
        out.raw(",\"success\":false");
        symbol.ifPresent(named -> out.raw(",\"symbol\":").text(named));
        times(out, id).raw("}");
        context.send();
    }

    private JsonBytes times(JsonBytes out, String id) {
        return out.raw(",\"time_in\":\"")
                .time(context.nowUs())
                .raw("\",\"time_out\":\"")
                .time(context.nowUs())
                .raw("\"")
                .raw(id);
    }

    @Override
    public void trades(Subscription subscription, TradeBatch batch) {
        if (subscription.channel() == Channel.TRADES) {
            trades(subscription.market(), batch, "update");
        } else {
            Market market = subscription.market();
            ticker(market, context.quote(market), batch.timeUs(batch.size() - 1), "update");
        }
    }

    private void trades(Market market, TradeBatch batch, String type) {
        JsonBytes out = context.frame()
                .raw("{\"channel\":\"trade\",\"type\":\"")
                .raw(type)
                .raw("\",\"data\":[");
        for (int i = 0; i < batch.size(); i++) {
            out.raw(i == 0 ? "{\"symbol\":\"" : ",{\"symbol\":\"")
                    .raw(market.symbol())
                    .raw(batch.buy(i) ? "\",\"side\":\"buy\",\"price\":" : "\",\"side\":\"sell\",\"price\":")
                    .decimal(batch.price(i), market.priceDecimals())
                    .raw(",\"qty\":")
                    .padded(batch.amount(i), market.amountDecimals(), QTY_DECIMALS)
                    .raw(",\"ord_type\":\"market\",\"trade_id\":")
                    .number(market.tradeId(batch.number(i)))
                    .raw(",\"timestamp\":\"")
                    .time(batch.timeUs(i))
                    .raw("\"}");
        }
        out.raw("]}");
        context.send();
    }

    @Override
    public void quote(Subscription subscription, Quote quote, long timeUs) {
        ticker(subscription.market(), quote, timeUs, "update");
    }

    private void ticker(Market market, Quote quote, long timeUs, String type) {
        Day day = context.day(market);
        int price = market.priceDecimals();
        int amount = market.amountDecimals();
        long change = quote.bid() - day.open();
        context.frame()
                .raw("{\"channel\":\"ticker\",\"type\":\"")
                .raw(type)
                .raw("\",\"data\":[{\"symbol\":\"")
                .raw(market.symbol())
                .raw("\",\"bid\":")
                .decimal(quote.bid(), price)
                .raw(",\"bid_qty\":")
                .padded(quote.bidAmount(), amount, QTY_DECIMALS)
                .raw(",\"ask\":")
                .decimal(quote.ask(), price)
                .raw(",\"ask_qty\":")
                .padded(quote.askAmount(), amount, QTY_DECIMALS)
                .raw(",\"last\":")
                .decimal(quote.bid(), price)
                .raw(",\"volume\":")
                .padded(day.volume(), amount, QTY_DECIMALS)
                .raw(",\"vwap\":")
                .decimal((day.high() + day.low()) / 2, price)
                .raw(",\"low\":")
                .decimal(day.low(), price)
                .raw(",\"high\":")
                .decimal(day.high(), price)
                .raw(",\"change\":")
                .decimal(change, price)
                .raw(",\"change_pct\":")
                .decimal(10_000 * change / day.open(), 2)
                .raw(",\"timestamp\":\"")
                .time(timeUs)
                .raw("\"}]}");
        context.send();
    }

    @Override
    public String malformedTrade() {
        return "{\"channel\":\"trade\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"side\":\"buy\","
                + "\"price\":\"\",\"qty\":null,\"ord_type\":\"market\",\"trade_id\":1,\"timestamp\":\"soon\"}]}";
    }
}
