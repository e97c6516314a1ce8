package org.assay.simulator.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assay.simulator.fault.FaultKind;
import org.assay.simulator.universe.Venue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a client: REST requests, or after an upgrade a WebSocket. Confined to its event loop. */
// Netty reports the failure of a write or a close by closing the channel, which is watched.
@SuppressWarnings("FutureReturnValueIgnored")
final class Connection extends SimpleChannelInboundHandler<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int MOST_FRAME_BYTES = 1 << 20;

    private final ServerParts parts;
    private @Nullable StreamSession session;

    Connection(ServerParts parts) {
        this.parts = parts;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Object message) {
        switch (message) {
            case FullHttpRequest request -> route(ctx, request);
            case TextWebSocketFrame frame -> {
                StreamSession open = session;
                if (open != null) {
                    open.received(frame.text());
                }
            }
            case PingWebSocketFrame frame ->
                ctx.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
            case CloseWebSocketFrame frame ->
                ctx.writeAndFlush(frame.retain()).addListener(ChannelFutureListener.CLOSE);
            default -> LOG.trace("Ignoring {}", message);
        }
    }

    private void route(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (!request.decoderResult().isSuccess()) {
            answer(ctx, request, RestAnswer.of(400, "{\"error\":\"malformed request\"}"));
            return;
        }
        QueryStringDecoder target = new QueryStringDecoder(request.uri());
        String path = target.path();
        int slash = path.indexOf('/', 1);
        String first = slash < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, slash);
        String rest = slash < 0 ? "/" : path.substring(slash);
        if (first.equals("control")) {
            control(ctx, request, rest, target);
            return;
        }
        Optional<VenueApi> api = Venue.ofId(first).map(parts.apis()::get);
        if (api.isEmpty()) {
            answer(ctx, request, RestAnswer.of(404, "{\"error\":\"no such venue\"}"));
        } else if (request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            upgrade(
                    ctx,
                    request,
                    api.get(),
                    new StreamSession.StreamOpening(
                            parts.connectionNumbers().incrementAndGet(), rest, target.parameters()));
        } else {
            rest(ctx, request, api.get(), rest, target);
        }
    }

    private void control(ChannelHandlerContext ctx, FullHttpRequest request, String path, QueryStringDecoder target) {
        String method = request.method().name();
        String body = request.content().toString(StandardCharsets.UTF_8);
        request.retain();
        parts.workers().execute(() -> {
            RestAnswer answer = safely(() -> parts.control()
                    .answer(
                            method,
                            path,
                            target.parameters(),
                            body,
                            parts.desk().reader()));
            ctx.executor().execute(() -> answerAndRelease(ctx, request, answer));
        });
    }

    private void rest(
            ChannelHandlerContext ctx, FullHttpRequest request, VenueApi api, String path, QueryStringDecoder target) {
        request.retain();
        parts.workers().execute(() -> {
            Duration[] delay = {Duration.ZERO};
            RestAnswer answer = safely(() -> {
                RestDesk.Timed timed = parts.desk().answer(api, path, target.parameters());
                delay[0] = timed.delay();
                return timed.answer();
            });
            ctx.executor()
                    .schedule(() -> answerAndRelease(ctx, request, answer), delay[0].toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    @FunctionalInterface
    private interface Answering {
        RestAnswer answer();
    }

    // Any failure here is the simulator's own: the client gets a 500, the log the cause.
    private static RestAnswer safely(Answering answering) {
        try {
            return answering.answer();
        } catch (RuntimeException e) {
            LOG.error("Cannot answer a request", e);
            return RestAnswer.of(500, "{\"error\":\"the simulator failed\"}");
        }
    }

    private static void answerAndRelease(ChannelHandlerContext ctx, FullHttpRequest request, RestAnswer answer) {
        try {
            answer(ctx, request, answer);
        } finally {
            request.release();
        }
    }

    private static void answer(ChannelHandlerContext ctx, FullHttpRequest request, RestAnswer answer) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.wrappedBuffer(answer.body()));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=utf-8");
        answer.headers().forEach((name, value) -> response.headers().set(name, value));
        boolean keep = HttpUtil.isKeepAlive(request);
        HttpUtil.setKeepAlive(response, keep);
        HttpUtil.setContentLength(response, answer.body().length);
        var written = ctx.writeAndFlush(response);
        if (!keep) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void upgrade(
            ChannelHandlerContext ctx, FullHttpRequest request, VenueApi api, StreamSession.StreamOpening opening) {
        boolean refused = parts.services()
                .faults()
                .ofVenue(
                        FaultKind.DROP_CONNECTION,
                        api.venue(),
                        parts.services().clock().nowUs())
                .filter(fault -> !fault.order().duration().isZero())
                .isPresent();
        if (refused) {
            answer(ctx, request, RestAnswer.of(503, "{\"error\":\"connections are being dropped\"}"));
            return;
        }
        if (!api.isStream(opening.path())) {
            answer(ctx, request, RestAnswer.of(404, "{\"error\":\"no such stream\"}"));
            return;
        }
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://localhost" + request.uri(), null, false, MOST_FRAME_BYTES)
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(ctx.channel());
            return;
        }
        handshaker.handshake(ctx.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                begin(ctx, api, opening);
            }
        });
    }

    private void begin(ChannelHandlerContext ctx, VenueApi api, StreamSession.StreamOpening opening) {
        StreamSession opened = new StreamSession(
                parts.services(), api, ctx.channel(), parts.streamReaders().get(), opening);
        session = opened;
        parts.sessions().put(ctx.channel(), opened);
        opened.opened();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        StreamSession open = session;
        if (open != null) {
            parts.sessions().remove(ctx.channel());
            open.closed();
            session = null;
        }
        super.channelInactive(ctx);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("A client went away: {}", cause.toString());
        } else {
            LOG.warn("Closing a connection", cause);
        }
        ctx.close();
    }
}
