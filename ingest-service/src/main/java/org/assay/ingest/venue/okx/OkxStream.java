package org.assay.ingest.venue.okx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.FrameListener;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.wire.QuoteDraft;
import org.assay.ingest.venue.wire.TradeDraft;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireTimes;
import org.jspecify.annotations.Nullable;

/** Reads frames of the public and the business address: {@code trades-all}, {@code trades}, {@code bbo-tbt}, {@code tickers}. */
final class OkxStream {

    /** "Wrong URL or channel:trades-all,instId:FOO-USDT doesn't exist. ..." */
    private static final Pattern REFUSED = Pattern.compile("channel:([a-z0-9-]{1,40}),\\s?instId:([A-Za-z0-9-]{1,40})");

    /** Spot ids have two parts; a swap's, a future's and an option's have more ("Get instruments"). */
    static boolean isSpot(String instrument) {
        int dash = instrument.indexOf('-');
        return dash > 0 && dash < instrument.length() - 1 && instrument.indexOf('-', dash + 1) < 0;
    }

    void read(String frame, FrameListener listener) throws MalformedPayloadException {
        // The answer to our ping is no JSON.
        if (frame.equals("pong")) {
            listener.onHeartbeat();
            return;
        }
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
        private @Nullable String instrument;
        private @Nullable String event;
        private String code = "";
        private String text = "";
        private boolean sawArgument;
        private boolean dataCameEarly;
        private boolean sawData;

        Message(FrameListener listener) {
            this.listener = listener;
        }

        void field(String field, WireReader in) throws MalformedPayloadException {
            switch (field) {
                case "event" -> event = in.text(field);
                case "code" -> code = in.word();
                case "msg" -> text = in.word();
                case "arg" -> {
                    sawArgument = true;
                    if (in.atObject()) {
                        in.object(this::argument);
                    }
                }
                case "data" -> {
                    if (sawArgument) {
                        data(field, in);
                    } else {
                        dataCameEarly = true;
                    }
                }
                default -> {}
            }
        }

        private void argument(String field, WireReader in) throws MalformedPayloadException {
            if (field.equals("channel")) {
                channel = in.text(field);
            } else if (field.equals("instId")) {
                instrument = in.text(field);
            }
        }

        void data(String field, WireReader in) throws MalformedPayloadException {
            if (!field.equals("data") || channel == null || event != null || isDerivative()) {
                return;
            }
            switch (channel) {
                case "trades", "trades-all" -> {
                    sawData = true;
                    in.items((index, item) -> trade(item));
                }
                case "bbo-tbt" -> {
                    sawData = true;
                    in.items((index, item) -> bestLevels(item));
                }
                case "tickers" -> {
                    sawData = true;
                    in.items((index, item) -> ticker(item));
                }
                default -> {}
            }
        }

        private boolean isDerivative() {
            return instrument != null && !isSpot(instrument);
        }

        /** {@code count}, on {@code trades} alone: the executions merged into this record, under the last one's id. */
        private void trade(WireReader in) throws MalformedPayloadException {
            TradeDraft draft = new TradeDraft();
            if (instrument != null) {
                draft.symbol(instrument);
            }
            in.object((field, value) -> {
                switch (field) {
                    case "instId" -> draft.symbol(value.name(field));
                    case "tradeId" -> draft.numericId(value.text(field), field);
                    case "px" -> draft.price(value.text(field), field);
                    case "sz" -> draft.amount(value.text(field), field);
                    case "side" -> draft.takerSide(value.word());
                    case "ts" -> draft.timeUs(WireTimes.ofEpoch(value.text(field), field));
                    case "count" -> draft.executions(executions(value));
                    default -> {}
                }
            });
            listener.onTrade(draft.toTrade());
        }

        private static int executions(WireReader in) throws MalformedPayloadException {
            if (in.atNothing()) {
                return 1;
            }
            long count = in.integer("count");
            if (count < 1 || count > 1_000_000) {
                throw new MalformedPayloadException(Code.BAD_NUMBER, "count is " + count);
            }
            return (int) count;
        }

        /** {@code [[price, size, "0", orders]]} on each side, or nothing. */
        private void bestLevels(WireReader in) throws MalformedPayloadException {
            QuoteDraft draft = new QuoteDraft();
            if (instrument != null) {
                draft.symbol(instrument);
            }
            boolean[] sides = new boolean[2];
            in.object((field, value) -> {
                switch (field) {
                    case "bids" -> {
                        sides[0] = true;
                        value.array((index, level) -> {
                            if (index == 0) {
                                draft.bidLevel(level);
                            }
                        });
                    }
                    case "asks" -> {
                        sides[1] = true;
                        value.array((index, level) -> {
                            if (index == 0) {
                                draft.askLevel(level);
                            }
                        });
                    }
                    case "ts" -> draft.timeUs(WireTimes.ofEpoch(value.text(field), field));
                    default -> {}
                }
            });
            requireBoth(sides);
            listener.onQuote(draft.toQuote());
        }

        /** A side without orders is an empty string. */
        private void ticker(WireReader in) throws MalformedPayloadException {
            QuoteDraft draft = new QuoteDraft();
            boolean[] sides = new boolean[2];
            in.object((field, value) -> {
                switch (field) {
                    case "instId" -> draft.symbol(value.name(field));
                    case "bidPx" -> {
                        sides[0] = true;
                        draft.bidPrice(value.text(field), field);
                    }
                    case "bidSz" -> draft.bidAmount(value.text(field), field);
                    case "askPx" -> {
                        sides[1] = true;
                        draft.askPrice(value.text(field), field);
                    }
                    case "askSz" -> draft.askAmount(value.text(field), field);
                    case "ts" -> draft.timeUs(WireTimes.ofEpoch(value.text(field), field));
                    default -> {}
                }
            });
            requireBoth(sides);
            listener.onQuote(draft.toQuote());
        }

        private static void requireBoth(boolean[] sides) throws MalformedPayloadException {
            if (!sides[0] || !sides[1]) {
                throw new MalformedPayloadException(Code.MISSING_FIELD, "The quote lacks a side");
            }
        }

        void deliver() throws MalformedPayloadException {
            if (event != null) {
                event(event);
            } else if (channel == null) {
                listener.onIgnored("unknown");
            } else if (isDerivative()) {
                listener.onIgnored("derivative " + channel);
            } else if (!sawData) {
                switch (channel) {
                    case "trades", "trades-all", "bbo-tbt", "tickers" ->
                        throw new MalformedPayloadException(
                                Code.MISSING_FIELD, "The push of " + channel + " has no data");
                    default -> listener.onIgnored(channel);
                }
            }
        }

        private void event(String kind) {
            switch (kind) {
                case "subscribe" -> {
                    Channel subscribed = channelOf(channel == null ? "" : channel);
                    if (subscribed == null || instrument == null || isDerivative()) {
                        listener.onIgnored("subscription");
                    } else {
                        listener.onSubscribed(new StreamKey(subscribed, instrument));
                    }
                }
                case "error" -> error();
                // "Notification": 64008 announces a service upgrade, thirty seconds before the connection is closed.
                case "notice" -> listener.onClosingAnnounced(code + ": " + text);
                default -> listener.onIgnored(kind);
            }
        }

        private void error() {
            Matcher matcher = REFUSED.matcher(text);
            Channel refused = matcher.find() ? channelOf(matcher.group(1)) : null;
            if (refused == null) {
                listener.onVenueError(code + ": " + text);
            } else {
                listener.onRefused(new StreamKey(refused, matcher.group(2)), code + ": " + text);
            }
        }

        private static @Nullable Channel channelOf(String name) {
            return switch (name) {
                case "trades", "trades-all" -> Channel.TRADES;
                case "bbo-tbt", "tickers" -> Channel.QUOTES;
                default -> null;
            };
        }
    }
}
