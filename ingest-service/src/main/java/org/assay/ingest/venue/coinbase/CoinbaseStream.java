package org.assay.ingest.venue.coinbase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.FrameListener;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.wire.QuoteDraft;
import org.assay.ingest.venue.wire.TradeDraft;
import org.assay.ingest.venue.wire.WireNumbers;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireTimes;
import org.jspecify.annotations.Nullable;

/** Reads frames of the feed ("WebSocket Channels"). */
final class CoinbaseStream {

    private static final Pattern INVALID_PRODUCT = Pattern.compile("^(\\S{1,64}) is not a valid product");

    void read(String frame, FrameListener listener) throws MalformedPayloadException {
        Message message = new Message(listener);
        try (WireReader in = WireReader.of(frame)) {
            in.object(message::field);
            in.end();
        }
        message.deliver();
    }

    /** A message's fields, as written: what they mean depends on the type, which need not come first. */
    private static final class Message {
        private final FrameListener listener;
        private String type = "";
        private @Nullable String product;
        private @Nullable String tradeId;
        private @Nullable String lastTradeId;
        private @Nullable String price;
        private @Nullable String size;
        private String side = "";
        private @Nullable String time;
        private @Nullable String bestBid;
        private String bestBidSize = "";
        private @Nullable String bestAsk;
        private String bestAskSize = "";
        private String text = "";
        private String reason = "";

        Message(FrameListener listener) {
            this.listener = listener;
        }

        void field(String field, WireReader in) throws MalformedPayloadException {
            if (in.atNull()) {
                return;
            }
            switch (field) {
                case "type" -> type = in.text(field);
                case "product_id" -> product = in.text(field);
                case "trade_id" -> tradeId = in.word();
                case "last_trade_id" -> lastTradeId = in.word();
                case "price" -> price = in.word();
                case "size" -> size = in.word();
                case "side" -> side = in.word();
                case "time" -> time = in.word();
                case "best_bid" -> bestBid = in.word();
                case "best_bid_size" -> bestBidSize = in.word();
                case "best_ask" -> bestAsk = in.word();
                case "best_ask_size" -> bestAskSize = in.word();
                case "message" -> text = in.word();
                case "reason" -> reason = in.word();
                case "channels" -> {
                    if (in.atArray()) {
                        in.array((index, channel) -> subscribed(channel));
                    }
                }
                default -> {}
            }
        }

        /** A confirmation lists all subscriptions of the connection, by channel. */
        private void subscribed(WireReader in) throws MalformedPayloadException {
            if (!in.atObject()) {
                return;
            }
            String[] name = {""};
            in.object((field, value) -> {
                if (field.equals("name")) {
                    name[0] = value.text(field);
                } else if (field.equals("product_ids") && value.atArray()) {
                    value.array((index, id) -> subscribed(name[0], id.text(field)));
                }
            });
        }

        private void subscribed(String name, String productId) {
            switch (name) {
                case "matches" -> listener.onSubscribed(new StreamKey(Channel.TRADES, productId));
                case "ticker" -> listener.onSubscribed(new StreamKey(Channel.QUOTES, productId));
                default -> listener.onIgnored("subscription");
            }
        }

        void deliver() throws MalformedPayloadException {
            switch (type) {
                case "match" -> listener.onTrade(trade());
                case "last_match" -> listener.onPastTrade(trade());
                case "ticker" -> listener.onQuote(quote());
                case "heartbeat" -> heartbeat();
                case "error" -> error();
                case "" -> throw new MalformedPayloadException(Code.MISSING_FIELD, "The message has no type");
                case "subscriptions" -> {}
                default -> listener.onIgnored(type);
            }
        }

        /** {@code side} is the maker's: "sell" is an up-tick, for the taker bought. */
        private VenueTrade trade() throws MalformedPayloadException {
            TradeDraft draft = new TradeDraft();
            draft.symbol(required(product, "product_id"));
            draft.numericId(required(tradeId, "trade_id"), "trade_id");
            draft.price(required(price, "price"), "price");
            draft.amount(required(size, "size"), "size");
            draft.makerSide(side);
            draft.timeUs(WireTimes.ofRfc3339(required(time, "time"), "time"));
            return draft.toTrade();
        }

        /** Sizes came in 2022; a ticker before a market's first trade has no time. */
        private VenueQuote quote() throws MalformedPayloadException {
            QuoteDraft draft = new QuoteDraft();
            draft.symbol(required(product, "product_id"));
            draft.bidPrice(required(bestBid, "best_bid"), "best_bid");
            draft.bidAmount(bestBidSize, "best_bid_size");
            draft.askPrice(required(bestAsk, "best_ask"), "best_ask");
            draft.askAmount(bestAskSize, "best_ask_size");
            if (time != null && !time.isEmpty()) {
                draft.timeUs(WireTimes.ofRfc3339(time, "time"));
            }
            return draft.toQuote();
        }

        private void heartbeat() throws MalformedPayloadException {
            listener.onHeartbeat();
            if (product != null && lastTradeId != null && !lastTradeId.isEmpty()) {
                listener.onLastSequence(product, WireNumbers.integer(lastTradeId, "last_trade_id"));
            }
        }

        private void error() {
            Matcher matcher = INVALID_PRODUCT.matcher(reason);
            if (matcher.find()) {
                // The channel is not said, but a product that one channel does not know is unknown to the other.
                for (Channel channel : Channel.values()) {
                    listener.onRefused(new StreamKey(channel, matcher.group(1)), reason);
                }
            } else {
                listener.onVenueError(reason.isEmpty() ? text : text + ": " + reason);
            }
        }

        private static String required(@Nullable String value, String field) throws MalformedPayloadException {
            if (value == null) {
                throw new MalformedPayloadException(Code.MISSING_FIELD, "The message has no " + field);
            }
            return value;
        }
    }
}
