package org.assay.api.connection;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Answers some requests from memory on the event loop, with what the framework's way would answer. */
public interface ShortCut {

    /**
     * The whole answer, or null when the framework is to answer: because the request is for something else, or because
     * the answer cannot be given without waiting. Called on an event loop: must not block.
     */
    @Nullable
    FullHttpResponse answer(HttpRequest request, ByteBufAllocator allocator);
}
