package org.assay.ingest.venue.bybit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.FrameListener;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.wire.QuoteDraft;
import org.assay.ingest.venue.wire.TradeDraft;
import org.assay.ingest.venue.wire.WireNumbers;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireTimes;
import org.jspecify.annotations.Nullable;

/** Reads frames of the public spot stream. */
final class BybitStream {

    private static final String TRADES = "publicTrade.";
    private static final String QUOTES = "orderbook.1.";
    private static final Pattern TOPIC = Pattern.compile("(publicTrade\\.|orderbook\\.1\\.)([A-Za-z0-9_-]{1,40})");

    static String topicOf(StreamKey stream) {
        String prefix =
                switch (stream.channel()) {
                    case TRADES -> TRADES;
                    case QUOTES -> QUOTES;
                };
        return prefix + stream.symbol();
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

    private static List<StreamKey> topicsIn(String text) {
        List<StreamKey> streams = new ArrayList<>();
        Matcher matcher = TOPIC.matcher(text);
        while (matcher.find()) {
            Channel channel = matcher.group(1).equals(TRADES) ? Channel.TRADES : Channel.QUOTES;
            streams.add(new StreamKey(channel, matcher.group(2)));
        }
        return streams;
    }

    private static final class Message {
        private final FrameListener listener;
        private @Nullable String topic;
        private @Nullable String type;
        private @Nullable String timestamp;
        private String op = "";
        private String requestId = "";
        private String returned = "";
        private @Nullable Boolean success;
        private boolean dataCameEarly;
        private boolean sawData;

        Message(FrameListener listener) {
            this.listener = listener;
        }

        void field(String field, WireReader in) throws MalformedPayloadException {
            switch (field) {
                case "topic" -> topic = in.text(field);
                case "type" -> type = in.text(field);
                case "ts" -> timestamp = in.text(field);
                case "data" -> {
                    if (topic == null || type == null || timestamp == null) {
                        dataCameEarly = true;
                    } else {
                        data(field, in);
                    }
                }
                case "op" -> op = in.word();
                case "req_id" -> requestId = in.word();
                case "ret_msg" -> returned = in.word();
                case "success" -> success = in.isTrue();
                default -> {}
            }
        }

        void data(String field, WireReader in) throws MalformedPayloadException {
            if (!field.equals("data") || topic == null) {
                return;
            }
            if (topic.startsWith(TRADES)) {
                sawData = true;
                in.items((index, item) -> trade(item));
            } else if (topic.startsWith(QUOTES)) {
                sawData = true;
                quote(in);
            }
        }

        /** {@code L}, the tick's direction, is "unique for perps and futures" ("Trade"): such a trade is not spot. */
        private void trade(WireReader in) throws MalformedPayloadException {
            TradeDraft draft = new TradeDraft();
            boolean[] derivative = new boolean[1];
            in.object((field, value) -> {
                switch (field) {
                    case "s" -> draft.symbol(value.name(field));
                    case "i" -> draft.opaqueId(value.text(field), field);
                    case "p" -> draft.price(value.text(field), field);
                    case "v" -> draft.amount(value.text(field), field);
                    case "S" -> draft.takerSide(value.word());
                    case "T" -> draft.timeUs(WireTimes.ofEpoch(value.text(field), field));
                    case "L" -> derivative[0] = true;
                    default -> {}
                }
            });
            if (derivative[0]) {
                listener.onIgnored("derivative trade");
            } else {
                listener.onTrade(draft.toTrade());
            }
        }

        /**
         * A delta carries the changed levels only, a removed one with size zero. One that does not say both sides cannot be
         * told without the book, and is left to the next snapshot, at most three seconds later ("Orderbook").
         */
        private void quote(WireReader in) throws MalformedPayloadException {
            QuoteDraft draft = new QuoteDraft();
            in.object((field, value) -> {
                switch (field) {
                    case "s" -> draft.symbol(value.name(field));
                    case "b" -> value.array((index, level) -> best(level, draft, true));
                    case "a" -> value.array((index, level) -> best(level, draft, false));
                    default -> {}
                }
            });
            if (timestamp != null) {
                draft.timeUs(WireTimes.ofEpoch(timestamp, "ts"));
            }
            if ("snapshot".equals(type) || draft.hasBothSides()) {
                listener.onQuote(draft.toQuote());
            } else {
                draft.toQuote();
                listener.onIgnored("partial orderbook delta");
            }
        }

        /** The first level that is not a removal is the best. */
        private static void best(WireReader in, QuoteDraft draft, boolean bid) throws MalformedPayloadException {
            String[] level = {"", ""};
            in.array((column, value) -> {
                if (column < level.length) {
                    level[column] = value.text("level");
                }
            });
            WireNumbers.positive(level[0], "price");
            if (WireNumbers.notNegative(level[1], "size").signum() == 0) {
                return;
            }
            if (bid && !draft.hasBid()) {
                draft.bidPrice(level[0], "price");
                draft.bidAmount(level[1], "size");
            } else if (!bid && !draft.hasAsk()) {
                draft.askPrice(level[0], "price");
                draft.askAmount(level[1], "size");
            }
        }

        void deliver() throws MalformedPayloadException {
            if (success != null || !op.isEmpty()) {
                response();
            } else if (topic == null) {
                listener.onIgnored("unknown");
            } else if (!topic.startsWith(TRADES) && !topic.startsWith(QUOTES)) {
                listener.onIgnored(topic.split("\\.", 2)[0]);
            } else if (!sawData) {
                throw new MalformedPayloadException(Code.MISSING_FIELD, "The message of " + topic + " has no data");
            }
        }

        private void response() {
            if (op.equals("ping") || op.equals("pong")) {
                listener.onHeartbeat();
            } else if (!op.equals("subscribe")) {
                if (Boolean.FALSE.equals(success)) {
                    listener.onVenueError(returned);
                } else {
                    listener.onIgnored(op.isEmpty() ? "response" : op);
                }
            } else if (Boolean.TRUE.equals(success)) {
                topicsIn(requestId).forEach(listener::onSubscribed);
            } else {
                refused();
            }
        }

        /** One bad topic makes the venue refuse the whole request, but it names that one. */
        private void refused() {
            List<StreamKey> named = topicsIn(returned);
            if (named.isEmpty()) {
                listener.onVenueError(returned);
            } else if (returned.contains("already subscribed")) {
                named.forEach(listener::onSubscribed);
            } else {
                named.forEach(stream -> listener.onRefused(stream, returned));
            }
        }
    }
}
