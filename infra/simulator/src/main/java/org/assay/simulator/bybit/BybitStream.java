package org.assay.simulator.bybit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.Channel;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.StreamContext;
import org.assay.simulator.wire.StreamProtocol;
import org.assay.simulator.wire.Subscription;

/** The public spot stream of Bybit v5: {@code publicTrade} and {@code orderbook.1}. */
final class BybitStream implements StreamProtocol {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRADES = "publicTrade.";
    private static final String QUOTES = "orderbook.1.";
    private static final int MOST_TOPICS = 10;
    private static final int MOST_TRADES_IN_FRAME = 1_024;

    private final StreamContext context;

    BybitStream(StreamContext context) {
        this.context = context;
    }

    @Override
    public void received(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            answer(false, "Params Error", "", "");
            return;
        }
        String id = message.path("req_id").asText("");
        String op = message.path("op").asText("");
        JsonNode topics = message.path("args");
        switch (op) {
            case "ping" -> answer(true, "pong", id, "ping");
            case "subscribe" -> subscribe(topics, id);
            case "unsubscribe" -> {
                topics.forEach(topic -> context.unsubscribe(topic.asText()));
                answer(true, "", id, op);
            }
            default -> answer(false, "Invalid op", id, op);
        }
    }

    /** One bad topic makes the venue refuse the whole request. */
    private void subscribe(JsonNode topics, String id) {
        if (topics.size() > MOST_TOPICS) {
            answer(false, "args size >10", id, "subscribe");
            return;
        }
        List<Market> markets = new ArrayList<>();
        for (JsonNode topic : topics) {
            Optional<Market> market = market(topic.asText());
            if (market.isEmpty()) {
                answer(false, "error:handler not found,topic:" + topic.asText(), id, "subscribe");
                return;
            }
            markets.add(market.get());
        }
        answer(true, "subscribe", id, "subscribe");
        for (int i = 0; i < topics.size(); i++) {
            String topic = topics.get(i).asText();
            context.subscribe(topic, markets.get(i), topic.startsWith(TRADES) ? Channel.TRADES : Channel.QUOTES, topic);
        }
    }

    private Optional<Market> market(String topic) {
        if (topic.startsWith(TRADES)) {
            return context.market(topic.substring(TRADES.length()));
        }
        return topic.startsWith(QUOTES) ? context.market(topic.substring(QUOTES.length())) : Optional.empty();
    }

    private void answer(boolean success, String text, String id, String op) {
        context.frame()
                .raw(success ? "{\"success\":true,\"ret_msg\":" : "{\"success\":false,\"ret_msg\":")
                .text(text)
                .raw(",\"conn_id\":\"")
                .hex(0x9E3779B97F4A7C15L * context.connectionNumber(), 16)
                .raw("\",\"req_id\":")
                .text(id)
                .raw(",\"op\":")
                .text(op)
                .raw("}");
        context.send();
    }

    @Override
    public void trades(Subscription subscription, TradeBatch batch) {
        for (int start = 0; start < batch.size(); start += MOST_TRADES_IN_FRAME) {
            frame(subscription, batch, start, Math.min(batch.size(), start + MOST_TRADES_IN_FRAME));
        }
    }

    private void frame(Subscription subscription, TradeBatch batch, int start, int end) {
        Market market = subscription.market();
        JsonBytes out = context.frame();
        out.raw("{\"topic\":\"")
                .raw(subscription.name())
                .raw("\",\"ts\":")
                .number(Math.floorDiv(context.nowUs(), 1_000))
                .raw(",\"type\":\"snapshot\",\"data\":[");
        for (int i = start; i < end; i++) {
            long id = market.tradeId(batch.number(i));
            out.raw(i == start ? "{\"i\":\"" : ",{\"i\":\"")
                    .number(id)
                    .raw("\",\"T\":")
                    .number(batch.timeMs(i))
                    .raw(",\"p\":\"")
                    .decimal(batch.price(i), market.priceDecimals())
                    .raw("\",\"v\":\"")
                    .decimal(batch.amount(i), market.amountDecimals())
                    .raw(batch.buy(i) ? "\",\"S\":\"Buy\",\"s\":\"" : "\",\"S\":\"Sell\",\"s\":\"")
                    .raw(market.symbol())
                    .raw("\",\"BT\":false,\"RPI\":false,\"seq\":")
                    .number(id)
                    .raw("}");
        }
        out.raw("]}");
        context.send();
    }

    @Override
    public void quote(Subscription subscription, Quote quote, long timeUs) {
        Market market = subscription.market();
        int price = market.priceDecimals();
        int amount = market.amountDecimals();
        long timeMs = Math.floorDiv(timeUs, 1_000);
        context.frame()
                .raw("{\"topic\":\"")
                .raw(subscription.name())
                .raw("\",\"ts\":")
                .number(timeMs)
                .raw(",\"type\":\"snapshot\",\"data\":{\"s\":\"")
                .raw(market.symbol())
                .raw("\",\"b\":[[\"")
                .decimal(quote.bid(), price)
                .raw("\",\"")
                .decimal(quote.bidAmount(), amount)
                .raw("\"]],\"a\":[[\"")
                .decimal(quote.ask(), price)
                .raw("\",\"")
                .decimal(quote.askAmount(), amount)
                .raw("\"]],\"u\":")
                .number(timeMs)
                .raw(",\"seq\":")
                .number(timeUs)
                .raw("},\"cts\":")
                .number(timeMs)
                .raw("}");
        context.send();
    }

    @Override
    public String malformedTrade() {
        return "{\"topic\":\"publicTrade.BTCUSDT\",\"ts\":1,\"type\":\"snapshot\",\"data\":[{\"i\":\"1\",\"T\":\"soon\","
                + "\"p\":\"\",\"v\":\"x\",\"S\":\"Buy\",\"s\":\"BTCUSDT\",\"BT\":false}]}";
    }
}
