package org.assay.testkit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

    @Test
    void those_who_ask_side_by_side_get_different_ports() throws Exception {
        Set<Integer> given = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> asked = IntStream.range(0, 2_000)
                    .mapToObj(i -> threads.submit(() -> given.add(LoopbackPort.free())))
                    .toList();

            for (Future<Boolean> one : asked) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    @Test
    void no_port_is_one_that_an_outgoing_connection_may_take() throws IOException {
        assertThat(LoopbackPort.free(50))
                .allSatisfy(port -> assertThat(port).isBetween(LoopbackPort.LOWEST, LoopbackPort.HIGHEST));
    }

    @Test
    void a_port_that_is_listened_on_is_passed_over() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), LoopbackPort.free()));

            for (int port = LoopbackPort.LOWEST; port <= LoopbackPort.HIGHEST; port++) {
                assertThat(LoopbackPort.free()).isNotEqualTo(socket.getLocalPort());
            }
        }
    }
}
