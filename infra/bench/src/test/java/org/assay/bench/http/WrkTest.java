package org.assay.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrkTest {

    private static final String REPORT = """
            Running 5s test @ http://127.0.0.1:8080/v1/prices
              2 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     3.10ms    4.00ms  60.10ms   91.00%
                Req/Sec    17.00k     2.10k   21.00k    70.00%
              Latency Distribution
                 50%  850.00us
                 75%    2.00ms
                 90%    7.00ms
                 99%   19.50ms
              170123 requests in 5.01s, 400.00MB read
              Socket errors: connect 0, read 1, write 0, timeout 2
              Non-2xx or 3xx responses: 7
            Requests/sec:  33956.70
            Transfer/sec:     79.84MB
            """;

    @Test
    void readsTheReport() {
        assertThat(Wrk.parse(REPORT)).isEqualTo(new WrkRun(170_123, 33_956.70, 0.85, 19.5, 7, 3));
    }

    @Test
    void refusesToLoadAnotherMachine() {
        Target elsewhere = new Target("A", "http://192.0.2.1/", List.of(), List.of());

        assertThatThrownBy(() -> new Wrk(1).run(elsewhere, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
