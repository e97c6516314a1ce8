package org.assay.simulator.binance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;
import org.assay.simulator.wire.Channel;
import org.assay.simulator.wire.JsonBytes;
import org.assay.simulator.wire.StreamContext;
import org.assay.simulator.wire.StreamProtocol;
import org.assay.simulator.wire.Subscription;

/** The market streams of Binance spot. */
final class BinanceStream implements StreamProtocol {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DECIMALS = 8;
    private static final int PING_SECONDS = 20;
    private static final int MOST_STREAMS = 1_024;

    private final StreamContext context;
    private final boolean combined;
    private final List<String> first;
    private long seconds;

    BinanceStream(StreamContext context, boolean combined, List<String> first) {
        this.context = context;
        this.combined = combined;
        this.first = first;
    }

    @Override
    public void opened() {
        first.forEach(this::subscribe);
    }

    @Override
    public void everySecond(boolean silent) {
        if (++seconds % PING_SECONDS == 0) {
            context.ping();
        }
    }

    @Override
    public void received(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            refuse("null", 3, "Invalid JSON: " + e.getOriginalMessage());
            return;
        }
        String id =
                message.path("id").isMissingNode() ? "null" : message.path("id").toString();
        String method = message.path("method").asText();
        JsonNode params = message.path("params");
        switch (method) {
            case "SUBSCRIBE" -> {
                if (context.subscriptions().size() + params.size() > MOST_STREAMS) {
                    refuse(id, 2, "Invalid request: too many streams");
                    return;
                }
                params.forEach(stream -> subscribe(stream.asText()));
                acknowledge(id, "null");
            }
            case "UNSUBSCRIBE" -> {
                params.forEach(stream -> context.unsubscribe(stream.asText()));
                acknowledge(id, "null");
            }
            case "LIST_SUBSCRIPTIONS" ->
                acknowledge(
                        id,
                        JSON.valueToTree(context.subscriptions().stream()
                                        .map(Subscription::key)
                                        .toList())
                                .toString());
            default ->
                refuse(
                        id,
                        2,
                        "Invalid request: unknown variant `" + method + "`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`,"
                                + " `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`");
        }
    }

    /** A stream that does not exist is taken without a word and stays silent, as at the venue. */
    private void subscribe(String stream) {
        int at = stream.indexOf('@');
        if (at < 0) {
            return;
        }
        Optional<Market> market = context.market(stream.substring(0, at).toUpperCase(Locale.ROOT));
        Optional<Channel> channel =
                switch (stream.substring(at + 1)) {
                    case "trade", "aggTrade" -> Optional.of(Channel.TRADES);
                    case "bookTicker" -> Optional.of(Channel.QUOTES);
                    default -> Optional.empty();
                };
        if (market.isPresent() && channel.isPresent()) {
            context.subscribe(stream, market.get(), channel.get(), stream);
        }
    }

    private void acknowledge(String id, String result) {
        context.frame().raw("{\"result\":").raw(result).raw(",\"id\":").raw(id).raw("}");
        context.send();
    }

    private void refuse(String id, int code, String reason) {
        context.frame()
                .raw("{\"error\":{\"code\":")
                .number(code)
                .raw(",\"msg\":")
                .text(reason)
                .raw("},\"id\":")
                .raw(id)
                .raw("}");
        context.send();
    }

    @Override
    public void trades(Subscription subscription, TradeBatch batch) {
        Market market = subscription.market();
        boolean aggregated = subscription.name().endsWith("@aggTrade");
        for (int i = 0; i < batch.size(); i++) {
            JsonBytes out = begin(subscription);
            long id = market.tradeId(batch.number(i));
            out.raw(aggregated ? "{\"e\":\"aggTrade\",\"E\":" : "{\"e\":\"trade\",\"E\":")
                    .number(Math.floorDiv(context.nowUs(), 1_000))
                    .raw(",\"s\":\"")
                    .raw(market.symbol())
                    .raw(aggregated ? "\",\"a\":" : "\",\"t\":")
                    .number(id)
                    .raw(",\"p\":\"")
                    .padded(batch.price(i), market.priceDecimals(), DECIMALS)
                    .raw("\",\"q\":\"")
                    .padded(batch.amount(i), market.amountDecimals(), DECIMALS)
                    .raw("\"");
            if (aggregated) {
                out.raw(",\"f\":").number(id).raw(",\"l\":").number(id);
            }
            out.raw(",\"T\":")
                    .number(batch.timeMs(i))
                    .raw(batch.buy(i) ? ",\"m\":false,\"M\":true}" : ",\"m\":true,\"M\":true}");
            end(out);
        }
    }

    @Override
    public void quote(Subscription subscription, Quote quote, long timeUs) {
        Market market = subscription.market();
        JsonBytes out = begin(subscription);
        out.raw("{\"u\":")
                .number(timeUs / 1_000)
                .raw(",\"s\":\"")
                .raw(market.symbol())
                .raw("\",\"b\":\"")
                .padded(quote.bid(), market.priceDecimals(), DECIMALS)
                .raw("\",\"B\":\"")
                .padded(quote.bidAmount(), market.amountDecimals(), DECIMALS)
                .raw("\",\"a\":\"")
                .padded(quote.ask(), market.priceDecimals(), DECIMALS)
                .raw("\",\"A\":\"")
                .padded(quote.askAmount(), market.amountDecimals(), DECIMALS)
                .raw("\"}");
        end(out);
    }

    private JsonBytes begin(Subscription subscription) {
        JsonBytes out = context.frame();
        return combined ? out.raw("{\"stream\":\"").raw(subscription.name()).raw("\",\"data\":") : out;
    }

    private void end(JsonBytes out) {
        if (combined) {
            out.raw("}");
        }
        context.send();
    }

    @Override
    public String malformedTrade() {
        String trade =
                "{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"\",\"q\":\"x\",\"T\":\"soon\",\"m\":0}";
        return combined ? "{\"stream\":\"btcusdt@trade\",\"data\":" + trade + "}" : trade;
    }
}
