package org.assay.api.key;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How presented keys are checked.
 *
 * @param refresh how often the keys in use are read again: a revocation is obeyed after at most this and one query
 * @param trustWithoutDatabase how long a key seen valid is still accepted while the database is away
 * @param forgetAfter a key unused for so long leaves the cache
 * @param unknownTtl how long a key found unknown is refused without asking again
 * @param unknownCapacity how many unknown keys are remembered at most
 * @param lookups how many look-ups may be under way at once; beyond that callers get a 503
 * @param lastUsedFlush how often last_used_at is written
 */
@ConfigurationProperties("assay.api.key")
record KeySettings(
        @Bindable(defaultValue = "2s") Duration refresh,
        @Bindable(defaultValue = "5m") Duration trustWithoutDatabase,
        @Bindable(defaultValue = "10m") Duration forgetAfter,
        @Bindable(defaultValue = "5s") Duration unknownTtl,
        @Bindable(defaultValue = "10000") int unknownCapacity,
        @Bindable(defaultValue = "64") int lookups,
        @Bindable(defaultValue = "10s") Duration lastUsedFlush) {}
