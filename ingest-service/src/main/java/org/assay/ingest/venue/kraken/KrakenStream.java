package org.assay.ingest.venue.kraken;

import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.FrameListener;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.wire.QuoteDraft;
import org.assay.ingest.venue.wire.TradeDraft;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireTimes;
import org.jspecify.annotations.Nullable;

/** Reads frames of WebSocket v2. Prices and amounts are JSON numbers there and are taken digit by digit. */
final class KrakenStream {

    /** A refusal names the symbol but not the channel; it repeats the request's id, which therefore tells it. */
    static int requestId(Channel channel) {
        return switch (channel) {
            case TRADES -> 1;
            case QUOTES -> 2;
        };
    }

    void read(String frame, FrameListener listener) throws MalformedPayloadException {
        Message message = new Message(listener);
        try (WireReader in = WireReader.of(frame)) {
            in.object(message::field);
            in.end();
        }
        if (message.dataCameEarly) {
            try (WireReader in = WireReader.of(frame)) {
                in.object(message::data);
            }
        }
        message.deliver();
    }

    private static final class Message {
        private final FrameListener listener;
        private @Nullable String channel;
        private @Nullable String type;
        private @Nullable String method;
        private @Nullable String symbol;
        private @Nullable String resultChannel;
        private String requestId = "";
        private String error = "";
        private boolean success;
        private boolean dataCameEarly;
        private boolean sawData;

        Message(FrameListener listener) {
            this.listener = listener;
        }

        void field(String field, WireReader in) throws MalformedPayloadException {
            switch (field) {
                case "channel" -> channel = in.text(field);
                case "type" -> type = in.text(field);
                case "data" -> {
                    if (channel == null || type == null) {
                        dataCameEarly = true;
                    } else {
                        data(field, in);
                    }
                }
                case "method" -> method = in.text(field);
                case "success" -> success = in.isTrue();
                case "error" -> error = in.word();
                case "symbol" -> symbol = in.word();
                case "req_id" -> requestId = in.word();
                case "result" -> {
                    if (in.atObject()) {
                        in.object(this::resultField);
                    }
                }
                default -> {}
            }
        }

        private void resultField(String field, WireReader in) throws MalformedPayloadException {
            if (field.equals("channel")) {
                resultChannel = in.word();
            } else if (field.equals("symbol")) {
                symbol = in.word();
            }
        }

        void data(String field, WireReader in) throws MalformedPayloadException {
            if (!field.equals("data")) {
                return;
            }
            if ("trade".equals(channel)) {
                sawData = true;
                in.items((index, item) -> trade(item));
            } else if ("ticker".equals(channel)) {
                sawData = true;
                in.items((index, item) -> quote(item));
            }
        }

        /** {@code side} is the taker's; {@code trade_id} counts the market's trades. */
        private void trade(WireReader in) throws MalformedPayloadException {
            TradeDraft draft = new TradeDraft();
            boolean[] spot = {true};
            in.object((field, value) -> {
                switch (field) {
                    case "symbol" -> {
                        draft.symbol(value.name(field));
                        spot[0] = isSpot(value.text(field));
                    }
                    case "trade_id" -> draft.numericId(value.text(field), field);
                    case "price" -> draft.price(value.text(field), field);
                    case "qty" -> draft.amount(value.text(field), field);
                    case "side" -> draft.takerSide(value.word());
                    case "timestamp" -> draft.timeUs(WireTimes.ofRfc3339(value.text(field), field));
                    default -> {}
                }
            });
            VenueTrade trade = draft.toTrade();
            if (!spot[0]) {
                listener.onIgnored("derivative trade");
            } else if ("snapshot".equals(type)) {
                listener.onPastTrade(trade);
            } else {
                listener.onTrade(trade);
            }
        }

        /** The time of a ticker came in 2025. */
        private void quote(WireReader in) throws MalformedPayloadException {
            QuoteDraft draft = new QuoteDraft();
            boolean[] sides = new boolean[2];
            boolean[] spot = {true};
            in.object((field, value) -> {
                switch (field) {
                    case "symbol" -> {
                        draft.symbol(value.name(field));
                        spot[0] = isSpot(value.text(field));
                    }
                    case "bid" -> {
                        sides[0] = true;
                        draft.bidPrice(value.word(), field);
                    }
                    case "bid_qty" -> draft.bidAmount(value.word(), field);
                    case "ask" -> {
                        sides[1] = true;
                        draft.askPrice(value.word(), field);
                    }
                    case "ask_qty" -> draft.askAmount(value.word(), field);
                    case "timestamp" -> draft.timeUs(WireTimes.ofRfc3339(value.text(field), field));
                    default -> {}
                }
            });
            if (!spot[0]) {
                listener.onIgnored("derivative quote");
                return;
            }
            if (!sides[0] || !sides[1]) {
                throw new MalformedPayloadException(Code.MISSING_FIELD, "The ticker has no bid or no ask");
            }
            listener.onQuote(draft.toQuote());
        }

        private static boolean isSpot(String symbol) {
            return symbol.indexOf('/') > 0;
        }

        void deliver() throws MalformedPayloadException {
            if (method != null) {
                response(method);
            } else if (channel == null) {
                listener.onIgnored("unknown");
            } else {
                switch (channel) {
                    case "heartbeat" -> listener.onHeartbeat();
                    case "trade", "ticker" -> {
                        if (!sawData) {
                            throw new MalformedPayloadException(Code.MISSING_FIELD, "The " + channel + " has no data");
                        }
                    }
                    default -> listener.onIgnored(channel);
                }
            }
        }

        private void response(String answered) {
            switch (answered) {
                case "pong" -> listener.onHeartbeat();
                case "subscribe" -> subscribed();
                default -> {
                    if (error.isEmpty()) {
                        listener.onIgnored(answered);
                    } else {
                        listener.onVenueError(error);
                    }
                }
            }
        }

        private void subscribed() {
            Channel about = channelOf(resultChannel, requestId);
            if (about == null || symbol == null || symbol.isEmpty()) {
                if (success) {
                    listener.onIgnored("subscription");
                } else {
                    listener.onVenueError(error);
                }
            } else if (success) {
                listener.onSubscribed(new StreamKey(about, symbol));
            } else {
                listener.onRefused(new StreamKey(about, symbol), error);
            }
        }

        private static @Nullable Channel channelOf(@Nullable String name, String requestId) {
            if (name != null) {
                return switch (name) {
                    case "trade" -> Channel.TRADES;
                    case "ticker" -> Channel.QUOTES;
                    default -> null;
                };
            }
            for (Channel channel : Channel.values()) {
                if (requestId.equals(Integer.toString(requestId(channel)))) {
                    return channel;
                }
            }
            return null;
        }
    }
}
