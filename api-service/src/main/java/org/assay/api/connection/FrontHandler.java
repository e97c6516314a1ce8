package org.assay.api.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
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

/**
 * The first to see each request of a connection. It lets the short cut answer, refuses what cannot be read as HTTP, and
 * passes on all else. One instance for each connection; everything runs on its event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails closes the connection; there is nobody else to tell.
final class FrontHandler extends ChannelDuplexHandler {

    private final ShortCut shortCut;
    private final Refusals refusals;

    /** Requests that the framework has and has not answered: answers must leave in the order of the requests. */
    private int passedOn;

    /** The rest of the request being read is of no interest: it is answered already. */
    private boolean skipping;

    /** The connection is to be closed; nothing more is read from it. */
    private boolean closing;

    private boolean flushNeeded;

    FrontHandler(ShortCut shortCut, Refusals refusals) {
        this.shortCut = shortCut;
        this.refusals = refusals;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            if (begin(context, request)) {
                ReferenceCountUtil.release(message);
                skipping = !(message instanceof LastHttpContent);
                return;
            }
        } else if (skipping) {
            skipping = !(message instanceof LastHttpContent);
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
            refuse(context, answer);
        }
    }

    /** Answers and closes. */
    private void refuse(ChannelHandlerContext context, FullHttpResponse answer) {
        closing = true;
        answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (flushNeeded) {
            flushNeeded = false;
            context.flush();
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
