package org.assay.ingest.venue.binance;

import java.util.OptionalLong;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.FrameListener;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.wire.WireFrames;
import org.assay.ingest.venue.wire.WireReader;
import org.jspecify.annotations.Nullable;

/** Reads frames of a combined stream ({@code {"stream":...,"data":...}}) and of a raw one. */
final class BinanceStream {

    static String nameOf(StreamKey stream) {
        String suffix =
                switch (stream.channel()) {
                    case TRADES -> "@trade";
                    case QUOTES -> "@bookTicker";
                };
        return WireFrames.lower(stream.symbol()) + suffix;
    }

    void read(String frame, FrameListener listener) throws MalformedPayloadException {
        Envelope envelope = new Envelope(listener);
        try (WireReader in = WireReader.of(frame)) {
            in.object(envelope::field);
            in.end();
        }
        envelope.deliver();
    }

    /** A frame's outer fields; those of a raw stream's event stand here too. */
    private static final class Envelope {
        private final FrameListener listener;
        private final BinanceEvent event = new BinanceEvent();
        private @Nullable String stream;
        private @Nullable String error;
        private boolean answer;

        Envelope(FrameListener listener) {
            this.listener = listener;
        }

        void field(String field, WireReader in) throws MalformedPayloadException {
            switch (field) {
                case "stream" -> stream = in.text(field);
                case "data" -> {
                    if (in.atObject()) {
                        in.object(event::field);
                    }
                }
                case "result" -> result(in);
                case "error" -> {
                    if (in.atObject()) {
                        in.object(this::errorField);
                    }
                }
                case "code", "msg" -> errorField(field, in);
                default -> event.field(field, in);
            }
        }

        private void errorField(String field, WireReader in) throws MalformedPayloadException {
            if (field.equals("msg")) {
                error = in.text(field);
            }
        }

        /** {@code null} confirms a request; an array answers {@code LIST_SUBSCRIPTIONS}. */
        private void result(WireReader in) throws MalformedPayloadException {
            answer = true;
            if (in.atArray()) {
                in.items((index, name) -> subscribed(name.text("stream")));
            }
        }

        private void subscribed(String name) {
            int at = name.indexOf('@');
            if (at <= 0) {
                return;
            }
            String symbol = WireFrames.upper(name.substring(0, at));
            switch (name.substring(at + 1)) {
                case "trade", "aggTrade" -> listener.onSubscribed(new StreamKey(Channel.TRADES, symbol));
                case "bookTicker" -> listener.onSubscribed(new StreamKey(Channel.QUOTES, symbol));
                default -> listener.onIgnored("subscription");
            }
        }

        void deliver() throws MalformedPayloadException {
            if (error != null) {
                listener.onVenueError(error);
                return;
            }
            String kind = event.kind(stream);
            switch (kind) {
                case "trade" -> {
                    if (event.isDerivative()) {
                        listener.onIgnored("derivative trade");
                    } else {
                        listener.onTrade(event.trade());
                    }
                }
                case "aggTrade" -> listener.onTrade(event.aggregateTrade());
                case "bookTicker" -> {
                    if (event.isDerivativeQuote()) {
                        listener.onIgnored("derivative quote");
                    } else {
                        listener.onQuote(event.quote(OptionalLong.empty()));
                    }
                }
                // web-socket-streams.md, "General WSS information": sent before a server goes down.
                case "serverShutdown" -> listener.onClosingAnnounced("serverShutdown");
                case "" -> listener.onIgnored(answer ? "response" : "unknown");
                default -> listener.onIgnored(kind);
            }
        }
    }
}
