package org.assay.api.limit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assay.api.key.Plan;

/**
 * What each plan may use, in requests; 0 stands for no such limit. The defaults are for a self-hosted installation among
 * friends: they stop runaway scripts, not people.
 *
 * @param freePerMinute plan free, each minute
 * @param freePerDay plan free, each UTC day
 * @param proPerMinute plan pro, each minute
 * @param proPerDay plan pro, each UTC day
 * @param maxLease how many requests an instance takes from a shared quota at once, at most
 * @param leaseTime how long an instance keeps what it took and did not use
 * @param redisTimeout how long to wait for Redis before the instance decides alone
 */
@ConfigurationProperties("assay.api.limit")
record LimitSettings(
        @Bindable(defaultValue = "300") long freePerMinute,
        @Bindable(defaultValue = "100000") long freePerDay,
        @Bindable(defaultValue = "6000") long proPerMinute,
        @Bindable(defaultValue = "5000000") long proPerDay,
        @Bindable(defaultValue = "2000") int maxLease,
        @Bindable(defaultValue = "1s") Duration leaseTime,
        @Bindable(defaultValue = "500ms") Duration redisTimeout) {

    /** The quotas of a plan; none for an unlimited one. */
    List<Quota> quotas(Plan plan) {
        return switch (plan) {
            case FREE -> quotas(freePerMinute, freePerDay);
            case PRO -> quotas(proPerMinute, proPerDay);
            case UNLIMITED -> List.of();
        };
    }

    private static List<Quota> quotas(long perMinute, long perDay) {
        List<Quota> quotas = new ArrayList<>();
        if (perMinute > 0) {
            quotas.add(new Quota("burst", perMinute, Duration.ofMinutes(1)));
        }
        if (perDay > 0) {
            quotas.add(new Quota("daily", perDay, Duration.ofDays(1)));
        }
        return List.copyOf(quotas);
    }
}
