package org.assay.simulator.coinbase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.simulator.path.Hash;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader.Day;
import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.Channel;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.StreamContext;
import org.assay.simulator.wire.StreamProtocol;
import org.assay.simulator.wire.Subscription;

/** The public feed of Coinbase Exchange: {@code matches}, {@code ticker} and {@code heartbeat}. */
final class CoinbaseStream implements StreamProtocol {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE_DECIMALS = 8;
    /** Between two trades other messages of the order book take numbers too. */
    private static final long SEQUENCE_STEP = 10;

    private static final int SECONDS_TO_SUBSCRIBE = 5;

    private final StreamContext context;
    private int secondsUnsubscribed;

    CoinbaseStream(StreamContext context) {
        this.context = context;
    }

    @Override
    public void everySecond(boolean silent) {
        secondsUnsubscribed = context.subscriptions().isEmpty() ? secondsUnsubscribed + 1 : 0;
        if (secondsUnsubscribed == SECONDS_TO_SUBSCRIBE) {
            context.close(1008, "no subscription within 5 seconds");
        }
    }

    @Override
    public void received(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            refuse("Malformed JSON", "");
            return;
        }
        String type = message.path("type").asText();
        if (!type.equals("subscribe") && !type.equals("unsubscribe")) {
            refuse("Type has to be either subscribe or unsubscribe", "");
            return;
        }
        List<Wanted> wanted = new ArrayList<>();
        Optional<String> reason = read(message, wanted);
        if (reason.isPresent()) {
            refuse("Failed to subscribe", reason.get());
            return;
        }
        for (Wanted one : wanted) {
            if (type.equals("unsubscribe")) {
                context.unsubscribe(one.key());
            } else if (context.subscribe(one.key(), one.market(), one.channel(), one.name())
                    && one.channel() == Channel.TRADES) {
                TradeBatch last = context.lastTrades(one.market(), 1);
                if (last.size() == 1) {
                    match(one.market(), last, 0, "last_match");
                }
            }
        }
        confirm();
    }

    private record Wanted(String name, Channel channel, Market market) {
        String key() {
            return name + ' ' + market.symbol();
        }
    }

    /** Reads what is wanted; the reason where the venue would refuse it. */
    private Optional<String> read(JsonNode message, List<Wanted> wanted) {
        for (JsonNode channel : message.path("channels")) {
            String name = channel.isTextual()
                    ? channel.asText()
                    : channel.path("name").asText();
            Optional<Channel> kind =
                    switch (name) {
                        case "matches" -> Optional.of(Channel.TRADES);
                        case "ticker", "ticker_batch" -> Optional.of(Channel.TICKER);
                        case "heartbeat" -> Optional.of(Channel.HEARTBEAT);
                        default -> Optional.empty();
                    };
            if (kind.isEmpty()) {
                return Optional.of(name + " is not a valid channel");
            }
            List<JsonNode> products = new ArrayList<>();
            message.path("product_ids").forEach(products::add);
            channel.path("product_ids").forEach(products::add);
            for (JsonNode product : products) {
                Optional<Market> market = context.market(product.asText());
                if (market.isEmpty()) {
                    return Optional.of(product.asText() + " is not a valid product");
                }
                wanted.add(new Wanted(name, kind.get(), market.get()));
            }
        }
        return wanted.isEmpty() ? Optional.of("No channels or products provided") : Optional.empty();
    }

    private void refuse(String text, String reason) {
        JsonBytes out = context.frame().raw("{\"type\":\"error\",\"message\":").text(text);
        if (!reason.isEmpty()) {
            out.raw(",\"reason\":").text(reason);
        }
        out.raw("}");
        context.send();
    }

    /** All subscriptions of the connection, by channel. */
    private void confirm() {
        Map<String, List<String>> channels = new LinkedHashMap<>();
        for (Subscription subscription : context.subscriptions()) {
            channels.computeIfAbsent(subscription.name(), name -> new ArrayList<>())
                    .add(subscription.market().symbol());
        }
        JsonBytes out = context.frame().raw("{\"type\":\"subscriptions\",\"channels\":[");
        boolean more = false;
        for (Map.Entry<String, List<String>> channel : channels.entrySet()) {
            out.raw(more ? ",{\"name\":\"" : "{\"name\":\"")
                    .raw(channel.getKey())
                    .raw("\",\"product_ids\":[\"")
                    .raw(String.join("\",\"", channel.getValue()))
                    .raw("\"],\"account_ids\":null}");
            more = true;
        }
        out.raw("]}");
        context.send();
    }

    @Override
    public void trades(Subscription subscription, TradeBatch batch) {
        if (subscription.channel() == Channel.TRADES) {
            for (int i = 0; i < batch.size(); i++) {
                match(subscription.market(), batch, i, "match");
            }
            return;
        }
        // The quote is the moment's, so one ticker tells as much as one for each trade.
        ticker(subscription.market(), batch, batch.size() - 1);
    }

    private void match(Market market, TradeBatch batch, int i, String type) {
        long hash = Hash.of(market.seed(), batch.number(i), 9);
        JsonBytes out = context.frame();
        out.raw("{\"type\":\"")
                .raw(type)
                .raw("\",\"trade_id\":")
                .number(market.tradeId(batch.number(i)))
                .raw(",\"maker_order_id\":\"");
        identifier(out, hash).raw("\",\"taker_order_id\":\"");
        identifier(out, Hash.of(hash, 1))
                .raw(batch.buy(i) ? "\",\"side\":\"sell\",\"size\":\"" : "\",\"side\":\"buy\",\"size\":\"")
                .padded(batch.amount(i), market.amountDecimals(), SIZE_DECIMALS)
                .raw("\",\"price\":\"")
                .decimal(batch.price(i), market.priceDecimals())
                .raw("\",\"product_id\":\"")
                .raw(market.symbol())
                .raw("\",\"sequence\":")
                .number(sequence(market, batch.number(i)))
                .raw(",\"time\":\"")
                .time(batch.timeUs(i))
                .raw("\"}");
        context.send();
    }

    private void ticker(Market market, TradeBatch batch, int i) {
        Quote quote = context.quote(market);
        Day day = context.day(market);
        int price = market.priceDecimals();
        int amount = market.amountDecimals();
        context.frame()
                .raw("{\"type\":\"ticker\",\"sequence\":")
                .number(sequence(market, batch.number(i)))
                .raw(",\"product_id\":\"")
                .raw(market.symbol())
                .raw("\",\"price\":\"")
                .decimal(batch.price(i), price)
                .raw("\",\"open_24h\":\"")
                .decimal(day.open(), price)
                .raw("\",\"volume_24h\":\"")
                .padded(day.volume(), amount, SIZE_DECIMALS)
                .raw("\",\"low_24h\":\"")
                .decimal(day.low(), price)
                .raw("\",\"high_24h\":\"")
                .decimal(day.high(), price)
                .raw("\",\"volume_30d\":\"")
                .padded(30 * day.volume(), amount, SIZE_DECIMALS)
                .raw("\",\"best_bid\":\"")
                .decimal(quote.bid(), price)
                .raw("\",\"best_bid_size\":\"")
                .padded(quote.bidAmount(), amount, SIZE_DECIMALS)
                .raw("\",\"best_ask\":\"")
                .decimal(quote.ask(), price)
                .raw("\",\"best_ask_size\":\"")
                .padded(quote.askAmount(), amount, SIZE_DECIMALS)
                .raw(batch.buy(i) ? "\",\"side\":\"buy\",\"time\":\"" : "\",\"side\":\"sell\",\"time\":\"")
                .time(batch.timeUs(i))
                .raw("\",\"trade_id\":")
                .number(market.tradeId(batch.number(i)))
                .raw(",\"last_size\":\"")
                .padded(batch.amount(i), amount, SIZE_DECIMALS)
                .raw("\"}");
        context.send();
    }

    /** The heartbeat channel; it names the last trade. */
    @Override
    public void quote(Subscription subscription, Quote quote, long timeUs) {
        Market market = subscription.market();
        TradeBatch last = context.lastTrades(market, 1);
        long number = last.size() == 0 ? 0 : last.number(0);
        context.frame()
                .raw("{\"type\":\"heartbeat\",\"last_trade_id\":")
                .number(last.size() == 0 ? 0 : market.tradeId(number))
                .raw(",\"product_id\":\"")
                .raw(market.symbol())
                .raw("\",\"sequence\":")
                .number(sequence(market, number) + 1)
                .raw(",\"time\":\"")
                .time(timeUs)
                .raw("\"}");
        context.send();
    }

    private static long sequence(Market market, long number) {
        return (market.firstTradeId() + number) * SEQUENCE_STEP;
    }

    private static JsonBytes identifier(JsonBytes out, long hash) {
        long more = Hash.of(hash, 2);
        return out.hex(hash >>> 32, 8)
                .raw("-")
                .hex(hash >>> 16, 4)
                .raw("-4")
                .hex(hash, 3)
                .raw("-a")
                .hex(more >>> 48, 3)
                .raw("-")
                .hex(more, 12);
    }

    @Override
    public String malformedTrade() {
        return "{\"type\":\"match\",\"trade_id\":1,\"side\":\"sell\",\"size\":\"x\",\"price\":\"\","
                + "\"product_id\":\"BTC-USD\",\"sequence\":1,\"time\":\"soon\"}";
    }
}
