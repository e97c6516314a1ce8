package org.assay.api.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The first to see each request of a connection. It lets the short cut answer, refuses what cannot be read as HTTP or does
 * not arrive in time, and passes on all else. One instance for each connection; everything runs on its event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails closes the connection; there is nobody else to tell.
final class FrontHandler extends ChannelDuplexHandler {

    /** How long a refused client may go on sending before it is cut off: cut off at once, it would not read the refusal. */
    private static final long LINGER_MILLIS = 2_000;

    private final ShortCut shortCut;
    private final Refusals refusals;
    private final long requestNanos;

    /** Requests that the framework has and has not answered: answers must leave in the order of the requests. */
    private int passedOn;

    /** A request's head has been read and its end has not. */
    private boolean midRequest;

    /** The rest of the request being read is of no interest: it is answered already. */
    private boolean skipping;

    /** The connection is to be closed; what still arrives is of no interest. */
    private boolean closing;

    private boolean flushNeeded;

    /** Whether something could be made of the bytes of this read. */
    private boolean decoded;

    /** When a request was first seen to be incomplete (nanoTime); 0 while none is. */
    private long incompleteSince;

    private @Nullable Future<?> watch;

    FrontHandler(ShortCut shortCut, Refusals refusals, Duration requestTimeout) {
        this.shortCut = shortCut;
        this.refusals = refusals;
        this.requestNanos = requestTimeout.toNanos();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        long every = Math.max(1, requestNanos / 4);
        watch = context.executor().scheduleAtFixedRate(() -> watch(context), every, every, TimeUnit.NANOSECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    private void watch(ChannelHandlerContext context) {
        if (!closing && passedOn == 0 && incompleteSince != 0 && System.nanoTime() - incompleteSince > requestNanos) {
            refuse(context, refusals.tooSlow());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        boolean last = message instanceof LastHttpContent;
        midRequest = !last;
        if (message instanceof HttpRequest request) {
            if (begin(context, request)) {
                ReferenceCountUtil.release(message);
                skipping = !last;
                return;
            }
        } else if (skipping) {
            skipping = !last;
            ReferenceCountUtil.release(message);
            return;
        }
        context.fireChannelRead(message);
    }

    /** True when the request has been answered here. */
    private boolean begin(ChannelHandlerContext context, HttpRequest request) {
        if (passedOn == 0 && request.decoderResult().isFailure()) {
            refuse(context, refusals.unreadable(request));
            return true;
        }
        if (passedOn == 0 && HttpMethod.GET.equals(request.method()) && !mayHaveBody(request)) {
            FullHttpResponse answer = shortCut.answer(request, context.alloc());
            if (answer != null) {
                send(context, request, answer);
                return true;
            }
        }
        passedOn++;
        return false;
    }

    private static boolean mayHaveBody(HttpRequest request) {
        return request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private void send(ChannelHandlerContext context, HttpRequest request, FullHttpResponse answer) {
        if (HttpUtil.isKeepAlive(request)) {
            if (HttpVersion.HTTP_1_0.equals(request.protocolVersion())) {
                answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
            }
            context.write(answer, context.voidPromise());
            flushNeeded = true;
        } else {
            closing = true;
            answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Answers, says that nothing more will come, and drops what the client still sends for a while. */
    private void refuse(ChannelHandlerContext context, FullHttpResponse answer) {
        closing = true;
        answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(answer).addListener(written -> {
            if (written.isSuccess() && context.channel() instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
                context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                context.close();
            }
        });
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (flushNeeded) {
            flushNeeded = false;
            context.flush();
        }
        boolean incomplete = midRequest || !decoded;
        decoded = false;
        if (!incomplete) {
            incompleteSince = 0;
        } else if (incompleteSince == 0) {
            incompleteSince = System.nanoTime();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean informational =
                message instanceof HttpResponse response && response.status().code() < 200;
        if (passedOn > 0 && !informational && message instanceof LastHttpContent) {
            passedOn--;
        }
        context.write(message, promise);
    }
}
