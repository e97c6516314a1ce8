package org.assay.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final long T0 = Duration.ofDays(20_000).toMillis() + 10_000;
    private static final List<Quota> QUOTAS =
            List.of(new Quota("burst", 60, Duration.ofMinutes(1)), new Quota("daily", 1_000, Duration.ofDays(1)));

    private final Lease lease = new Lease(QUOTAS, 100, Duration.ofSeconds(1));

    @Test
    void asksBeforeTheFirstRequestAndForOneOnly() {
        assertThat(lease.tryTake(T0)).isNull();
        assertThat(lease.wanted(T0)).isEqualTo(1);
    }

    @Test
    void tellsWhatIsLeftForEverybodyAndUntilWhen() {
        lease.granted(new Grant(3, List.of(40L, 900L)), T0, T0);
        assertThat(lease.tryTake(T0))
                .isEqualTo(new LimitDecision.Allowed(
                        "\"burst\";q=60;w=60, \"daily\";q=1000;w=86400",
                        "\"burst\";r=42;t=50, \"daily\";r=902;t=86390"));
    }

    @Test
    void growsWhileItIsUsedUpAndNeverTakesMoreThanASixteenthOfTheRest() {
        Lease wide = new Lease(List.of(new Quota("burst", 1_600, Duration.ofMinutes(1))), 100, Duration.ofSeconds(1));
        long left = 1_600;
        long previous = 0;
        for (int i = 0; i < 6; i++) {
            long wanted = wide.wanted(T0);
            assertThat(wanted).isGreaterThanOrEqualTo(previous).isLessThanOrEqualTo(Math.max(1, left / 16));
            left -= wanted;
            wide.granted(new Grant(wanted, List.of(left)), T0, T0);
            for (long used = 0; used < wanted; used++) {
                assertThat(wide.tryTake(T0)).isInstanceOf(LimitDecision.Allowed.class);
            }
            previous = wanted;
        }
        wide.granted(new Grant(1, List.of(10L)), T0, T0);
        assertThat(wide.tryTake(T0)).isNotNull();
        assertThat(wide.wanted(T0)).isEqualTo(1);
    }

    @Test
    void voidsALeaseWithItsWindowAndGivesNothingBackAcrossIt() {
        long end = T0 + 50_000;
        lease.granted(new Grant(5, List.of(10L, 900L)), end - 100, end - 100);
        assertThat(lease.tryTake(end - 1)).isNotNull();
        assertThat(lease.tryTake(end)).isNull();
        assertThat(lease.expire(end)).isZero();
    }

    @Test
    void voidsAnAnswerThatComesAfterTheWindowItWasTakenFrom() {
        long end = T0 + 50_000;
        lease.granted(new Grant(5, List.of(10L, 900L)), end - 1, end + 1);
        assertThat(lease.tryTake(end + 1)).isNull();
    }

    @Test
    void givesBackWhatItDidNotUse() {
        lease.granted(new Grant(5, List.of(10L, 900L)), T0, T0);
        assertThat(lease.tryTake(T0 + 10)).isNotNull();
        assertThat(lease.expire(T0 + 999)).isZero();
        assertThat(lease.expire(T0 + 1_000)).isEqualTo(4);
        assertThat(lease.expire(T0 + 1_001)).isZero();
    }

    @Test
    void namesTheQuotaThatIsUsedUpAndWhenItBeginsAnew() {
        lease.granted(new Grant(0, List.of(0L, 900L)), T0, T0);
        assertThat(lease.tryTake(T0)).isInstanceOfSatisfying(LimitDecision.Denied.class, denied -> {
            assertThat(denied.violated()).containsExactly("burst");
            assertThat(denied.retryAfter()).isEqualTo(Duration.ofSeconds(50));
        });
        assertThat(lease.tryTake(T0 + 300))
                .as("asks again soon: others may have given back")
                .isNull();
    }

    @Test
    void decidesAloneFromWhatWasLastKnown() {
        lease.granted(new Grant(1, List.of(2L, 900L)), T0, T0);
        assertThat(lease.takeAlone(5, T0)).isEqualTo(new Grant(2, List.of(0L, 898L)));
        assertThat(lease.takeAlone(5, T0 + 50_000))
                .as("in the next minute")
                .isEqualTo(new Grant(5, List.of(55L, 895L)));
    }
}
