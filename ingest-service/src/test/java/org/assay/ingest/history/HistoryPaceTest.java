package org.assay.ingest.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HistoryPaceTest {

    private final AtomicLong now = new AtomicLong(5_000);
    private final HistoryPace pace = new HistoryPace(400, wait -> now.addAndGet(wait.toNanos()), now::get);

    @Test
    void letsTheStatedNumberOutInASecond() throws InterruptedException {
        long start = now.get();
        for (int i = 0; i < 4_000; i++) {
            pace.await();
        }

        assertThat(Duration.ofNanos(now.get() - start)).isBetween(Duration.ofMillis(9_950), Duration.ofMillis(10_000));
    }

    @Test
    void doesNotSaveUpTimeThatWentByUnused() throws InterruptedException {
        pace.await();
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        long start = now.get();
        for (int i = 0; i < 400; i++) {
            pace.await();
        }

        assertThat(Duration.ofNanos(now.get() - start)).isGreaterThan(Duration.ofMillis(950));
    }
}
