package org.assay.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** Collects WebSocket text frames of a server (RFC 6455, unmasked) into one buffer, to be written at once. */
final class FrameBuffer {

    private static final int TEXT_FINAL = 0x81;
    private static final int SHORT = 125;
    private static final int MEDIUM = 0xFFFF;

    private final ByteBufAllocator allocator;
    private @Nullable ByteBuf buffer;

    FrameBuffer(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    void add(JsonBytes payload) {
        ByteBuf target = buffer;
        if (target == null) {
            target = allocator.ioBuffer(16_384);
            buffer = target;
        }
        int length = payload.length();
        target.writeByte(TEXT_FINAL);
        if (length <= SHORT) {
            target.writeByte(length);
        } else if (length <= MEDIUM) {
            target.writeByte(126).writeShort(length);
        } else {
            target.writeByte(127).writeLong(length);
        }
        target.writeBytes(payload.array(), 0, length);
    }

    int size() {
        return buffer == null ? 0 : buffer.readableBytes();
    }

    /** Hands the buffer over; null when nothing was added. */
    @Nullable
    ByteBuf take() {
        ByteBuf taken = buffer;
        buffer = null;
        return taken;
    }

    void release() {
        ByteBuf left = take();
        if (left != null) {
            left.release();
        }
    }
}
