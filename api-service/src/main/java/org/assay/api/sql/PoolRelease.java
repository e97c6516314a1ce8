package org.assay.api.sql;

import io.micronaut.context.annotation.Context;
import io.r2dbc.spi.Closeable;
import io.r2dbc.spi.ConnectionFactory;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Gives the database's connections back when the service stops; the framework leaves its pool open. */
@Context
final class PoolRelease {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConnectionFactory connections;

    PoolRelease(ConnectionFactory connections) {
        this.connections = connections;
    }

    @PreDestroy
    void close() {
        if (connections instanceof Closeable pool) {
            Mono.from(pool.close()).block(PATIENCE);
        }
    }
}
