package org.assay.testkit.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports on the loopback interface that nobody listens on. They lie below those that systems give to outgoing connections
 * (from 32768 on in Linux, from 49152 on elsewhere): one of these could be gone before its server is up.
 */
public final class LoopbackPort {

    static final int LOWEST = 15_000;
    static final int HIGHEST = 32_767;

    /** Goes round, so that servers which start side by side in this process never get the same port. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(HIGHEST - LOWEST + 1));

    private LoopbackPort() {}

    /**
     * A port that was free a moment ago; another process may still take it before the caller does.
     *
     * @throws IOException when none can be had; says what was wrong with the last one
     */
    public static int free() throws IOException {
        BindException refused = new BindException("none was tried");
        for (int tries = 0; tries <= HIGHEST - LOWEST; tries++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), HIGHEST - LOWEST + 1);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
                return port;
            } catch (BindException e) {
                refused = e;
            }
        }
        throw new IOException(
                "No port of the loopback interface from " + LOWEST + " to " + HIGHEST + " can be had", refused);
    }

    /** As {@link #free()}, but {@code count} different ones. */
    static List<Integer> free(int count) throws IOException {
        List<Integer> ports = new ArrayList<>();
        while (ports.size() < count) {
            ports.add(free());
        }
        return ports;
    }
}
