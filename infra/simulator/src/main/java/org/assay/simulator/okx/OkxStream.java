package org.assay.simulator.okx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.Channel;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.StreamContext;
import org.assay.simulator.wire.StreamProtocol;
import org.assay.simulator.wire.Subscription;

/** The public stream of OKX v5 ({@code trades}, {@code bbo-tbt}) and the business one ({@code trades-all}). */
final class OkxStream implements StreamProtocol {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS_IDLE = 30;

    private final StreamContext context;
    private final boolean business;
    private int secondsIdle;

    OkxStream(StreamContext context, boolean business) {
        this.context = context;
        this.business = business;
    }

    @Override
    public void everySecond(boolean silent) {
        secondsIdle = silent ? secondsIdle + 1 : 0;
        if (secondsIdle == SECONDS_IDLE) {
            context.close(4004, "No data received in 30s.");
        }
    }

    @Override
    public void received(String text) {
        if (text.equals("ping")) {
            context.frame().raw("pong");
            context.send();
            return;
        }
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            refuse("60012", "Invalid request: " + text);
            return;
        }
        String op = message.path("op").asText();
        if (!op.equals("subscribe") && !op.equals("unsubscribe")) {
            refuse("60012", "Invalid request: " + text);
            return;
        }
        for (JsonNode arg : message.path("args")) {
            change(op, arg.path("channel").asText(), arg.path("instId").asText());
        }
    }

    private void change(String op, String name, String instrument) {
        Optional<Channel> channel = channel(name);
        Optional<Market> market = context.market(instrument);
        if (channel.isEmpty() || market.isEmpty()) {
            refuse(
                    "60018",
                    "Wrong URL or channel:" + name + ",instId:" + instrument
                            + " doesn't exist. Please use the correct URL, channel and parameters referring to API"
                            + " document.");
            return;
        }
        String key = name + ' ' + instrument;
        context.frame()
                .raw("{\"event\":\"")
                .raw(op)
                .raw("\",\"arg\":{\"channel\":\"")
                .raw(name)
                .raw("\",\"instId\":\"")
                .raw(instrument)
                .raw("\"},\"connId\":\"")
                .hex(connection(), 8)
                .raw("\"}");
        context.send();
        if (op.equals("unsubscribe")) {
            context.unsubscribe(key);
        } else {
            context.subscribe(key, market.get(), channel.get(), name);
        }
    }

    private Optional<Channel> channel(String name) {
        return switch (name) {
            case "trades-all" -> business ? Optional.of(Channel.TRADES) : Optional.empty();
            case "trades" -> business ? Optional.empty() : Optional.of(Channel.TRADES);
            case "bbo-tbt" -> business ? Optional.empty() : Optional.of(Channel.QUOTES);
            default -> Optional.empty();
        };
    }

    private long connection() {
        return (0x9E3779B97F4A7C15L * context.connectionNumber()) >>> 16;
    }

    private void refuse(String code, String reason) {
        context.frame()
                .raw("{\"event\":\"error\",\"code\":\"")
                .raw(code)
                .raw("\",\"msg\":")
                .text(reason)
                .raw(",\"connId\":\"")
                .hex(connection(), 8)
                .raw("\"}");
        context.send();
    }

    @Override
    public void trades(Subscription subscription, TradeBatch batch) {
        boolean all = subscription.name().equals("trades-all");
        int start = 0;
        for (int i = 1; i <= batch.size(); i++) {
            if (all || i == batch.size() || !merges(batch, i)) {
                trade(subscription, batch, start, i, all);
                start = i;
            }
        }
    }

    /** One taker's consecutive trades at one price are told as one on {@code trades}, under the last one's id. */
    private static boolean merges(TradeBatch batch, int i) {
        return batch.timeUs(i) == batch.timeUs(i - 1)
                && batch.price(i) == batch.price(i - 1)
                && batch.buy(i) == batch.buy(i - 1)
                && batch.number(i) == batch.number(i - 1) + 1;
    }

    private void trade(Subscription subscription, TradeBatch batch, int start, int end, boolean all) {
        Market market = subscription.market();
        int last = end - 1;
        long amount = 0;
        for (int i = start; i < end; i++) {
            amount += batch.amount(i);
        }
        JsonBytes out = begin(subscription);
        out.raw("{\"instId\":\"")
                .raw(market.symbol())
                .raw("\",\"tradeId\":\"")
                .number(market.tradeId(batch.number(last)))
                .raw("\",\"px\":\"")
                .decimal(batch.price(last), market.priceDecimals())
                .raw("\",\"sz\":\"")
                .decimal(amount, market.amountDecimals())
                .raw(batch.buy(last) ? "\",\"side\":\"buy\",\"ts\":\"" : "\",\"side\":\"sell\",\"ts\":\"")
                .number(batch.timeMs(last));
        if (all) {
            out.raw("\",\"source\":\"0\"}]}");
        } else {
            out.raw("\",\"count\":\"")
                    .number(end - start)
                    .raw("\",\"source\":\"0\",\"seqId\":")
                    .number(batch.number(last))
                    .raw("}]}");
        }
        context.send();
    }

    private JsonBytes begin(Subscription subscription) {
        return context.frame()
                .raw("{\"arg\":{\"channel\":\"")
                .raw(subscription.name())
                .raw("\",\"instId\":\"")
                .raw(subscription.market().symbol())
                .raw("\"},\"data\":[");
    }

    @Override
    public void quote(Subscription subscription, Quote quote, long timeUs) {
        Market market = subscription.market();
        int price = market.priceDecimals();
        int amount = market.amountDecimals();
        begin(subscription)
                .raw("{\"asks\":[[\"")
                .decimal(quote.ask(), price)
                .raw("\",\"")
                .decimal(quote.askAmount(), amount)
                .raw("\",\"0\",\"3\"]],\"bids\":[[\"")
                .decimal(quote.bid(), price)
                .raw("\",\"")
                .decimal(quote.bidAmount(), amount)
                .raw("\",\"0\",\"4\"]],\"ts\":\"")
                .number(Math.floorDiv(timeUs, 1_000))
                .raw("\",\"seqId\":")
                .number(timeUs)
                .raw("}]}");
        context.send();
    }

    @Override
    public String malformedTrade() {
        return "{\"arg\":{\"channel\":\"trades-all\",\"instId\":\"BTC-USDT\"},\"data\":[{\"instId\":\"BTC-USDT\","
                + "\"tradeId\":\"1\",\"px\":\"\",\"sz\":\"x\",\"side\":\"buy\",\"ts\":\"soon\"}]}";
    }
}
