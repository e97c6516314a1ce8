package org.assay.api.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this instance holds of one key's quotas: requests taken from the shared quotas, used up one by one without asking
 * again. A lease ends after a while and always with the shortest window; it grows while it is used up and shrinks to
 * single requests as the quota nears its end, so that no instance sits on what another could use.
 *
 * <p>Times are milliseconds since the epoch.
 */
final class Lease {

    /** Tokens are not returned when the window ends so soon: they might arrive in the next one and enlarge it. */
    private static final long RETURN_GUARD = 300;

    /** How long a refusal by the shared quotas is repeated without asking again. */
    private static final long REFUSAL_KEPT = 200;

    /** A lease takes at most this part of what is left. */
    private static final long PART_OF_REST = 16;

    private final List<Quota> quotas;
    private final String policy;
    private final int maxLease;
    private final long leaseMillis;
    private final long[] remaining;
    private final long[] windowEnds;

    private long inHand;
    private long leaseUntil;
    private long size = 1;
    private long usedOfLease;
    private long refusedUntil;
    private int waiting;

    Lease(List<Quota> quotas, int maxLease, Duration leaseTime) {
        this.quotas = quotas;
        this.policy = Quota.policyHeader(quotas);
        this.maxLease = maxLease;
        this.leaseMillis = leaseTime.toMillis();
        this.remaining = quotas.stream().mapToLong(Quota::requests).toArray();
        this.windowEnds = new long[remaining.length];
    }

    /** Uses one request of the lease; null when the shared quotas must be asked. */
    synchronized @Nullable LimitDecision tryTake(long now) {
        if (inHand > 0 && now < leaseUntil) {
            inHand--;
            usedOfLease++;
            return new LimitDecision.Allowed(policy, state(now));
        }
        return now < refusedUntil ? denied(now) : null;
    }

    /** True when it is time to take more before the lease runs out. */
    synchronized boolean isLow(long now) {
        return size >= 8 && inHand < size / 2 && inHand > 0 && now < leaseUntil && leastRemaining() > size;
    }

    /** Somebody begins or ceases to wait for an answer of the shared quotas. */
    synchronized void wait(int change) {
        waiting += change;
    }

    /** How many requests to ask the shared quotas for. */
    synchronized long wanted(long now) {
        renewWindows(now);
        boolean usedUp = now < leaseUntil && inHand <= size / 2 && usedOfLease > 0;
        size = Math.clamp(usedUp ? size * 2 : Math.max(1, size / 2), 1, maxLease);
        usedOfLease = 0;
        long share = Math.max(1, leastRemaining() / PART_OF_REST);
        return Math.max(Math.min(size, share), Math.min(waiting, maxLease));
    }

    /**
     * Takes in an answer of the shared quotas.
     *
     * @param asked when they were asked: what was taken in a window that is over is void
     */
    synchronized void granted(Grant grant, long asked, long now) {
        for (int i = 0; i < remaining.length; i++) {
            remaining[i] = grant.remaining().get(i);
            windowEnds[i] = quotas.get(i).windowEnd(asked);
        }
        if (grant.taken() == 0) {
            refusedUntil = Math.min(now + REFUSAL_KEPT, firstWindowEnd());
            return;
        }
        refusedUntil = 0;
        if (now >= firstWindowEnd()) {
            return;
        }
        inHand = (now < leaseUntil ? inHand : 0) + grant.taken();
        leaseUntil = Math.min(now + leaseMillis, firstWindowEnd());
    }

    /** Decides without the shared quotas, from what was last known of them. */
    synchronized Grant takeAlone(long upTo, long now) {
        renewWindows(now);
        long taken = Math.min(upTo, leastRemaining());
        List<Long> rest = new ArrayList<>();
        for (long each : remaining) {
            rest.add(each - taken);
        }
        return new Grant(taken, rest);
    }

    /** Returns a request that turned out to cost nothing. */
    synchronized void putBack(long now) {
        if (now < leaseUntil) {
            inHand++;
            usedOfLease--;
        }
    }

    /** Ends a lease that is over; how many unused requests are to be given back to the shared quotas. */
    synchronized long expire(long now) {
        if (inHand == 0 || now < leaseUntil) {
            return 0;
        }
        long unused = inHand;
        inHand = 0;
        size = 1;
        return now + RETURN_GUARD < firstWindowEnd() ? unused : 0;
    }

    private void renewWindows(long now) {
        for (int i = 0; i < remaining.length; i++) {
            if (now >= windowEnds[i]) {
                windowEnds[i] = quotas.get(i).windowEnd(now);
                remaining[i] = quotas.get(i).requests();
            }
        }
    }

    private LimitDecision denied(long now) {
        List<String> violated = new ArrayList<>();
        long until = now;
        for (int i = 0; i < remaining.length; i++) {
            if (remaining[i] <= 0) {
                violated.add(quotas.get(i).name());
                until = Math.max(until, windowEnds[i]);
            }
        }
        return new LimitDecision.Denied(policy, state(now), Duration.ofMillis(until - now), violated);
    }

    private String state(long now) {
        StringBuilder state = new StringBuilder(48);
        for (int i = 0; i < remaining.length; i++) {
            state.append(i == 0 ? "\"" : ", \"")
                    .append(quotas.get(i).name())
                    .append("\";r=")
                    .append(remaining[i] + inHand)
                    .append(";t=")
                    .append(Math.max(0, (windowEnds[i] - now + 999) / 1000));
        }
        return state.toString();
    }

    private long leastRemaining() {
        long least = Long.MAX_VALUE;
        for (long each : remaining) {
            least = Math.min(least, each);
        }
        return Math.max(0, least);
    }

    private long firstWindowEnd() {
        long first = Long.MAX_VALUE;
        for (long end : windowEnds) {
            first = Math.min(first, end);
        }
        return first;
    }
}
