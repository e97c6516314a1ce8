package org.assay.ingest.stream;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.ingest.venue.StreamKey;
import org.jspecify.annotations.Nullable;

/** The streams that share one connection, and the connection. Guarded by the worker's lock. */
final class Shard {

    final String address;
    final Set<StreamKey> keys = new LinkedHashSet<>();
    final Backoff backoff;
    /** What carries the streams now. */
    @Nullable
    Connection current;
    /** What will carry them after a planned reconnect. */
    @Nullable
    Connection replacement;

    long connectDueUs;
    boolean rotationWanted;
    /** A little different for each shard, so that they do not all reconnect at once. */
    final double lifetimeShare;

    Shard(String address, Backoff backoff, double lifetimeShare) {
        this.address = address;
        this.backoff = backoff;
        this.lifetimeShare = lifetimeShare;
    }

    Stream<Connection> connections() {
        return Stream.of(current, replacement).mapMulti((connection, sink) -> {
            if (connection != null) {
                sink.accept(connection);
            }
        });
    }

    /** Whether a live connection has this stream confirmed. */
    boolean carries(StreamKey key) {
        return connections().anyMatch(connection -> {
            StreamState stream = connection.streams().get(key);
            return connection.state() == Connection.State.OPEN
                    && stream != null
                    && stream.phase() == StreamState.Phase.CONFIRMED;
        });
    }
}
