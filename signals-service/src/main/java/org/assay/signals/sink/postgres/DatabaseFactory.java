package org.assay.signals.sink.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections of the sinks. The pool starts, and stays, also while Postgres is away. */
@Factory
final class DatabaseFactory {

    // One for each sink, one for the lock of ratings, and some for partitions, ratings and health.
    private static final int CONNECTIONS = 16;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(60);

    @Singleton
    @Bean(preDestroy = "close")
    HikariDataSource database(PostgresConfiguration settings) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setServerNames(new String[] {settings.host()});
        postgres.setPortNumbers(new int[] {settings.port()});
        postgres.setDatabaseName(settings.database());
        postgres.setUser(settings.username());
        postgres.setPassword(settings.password());
        postgres.setApplicationName("assay-signals");
        postgres.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        postgres.setSocketTimeout((int) SOCKET_TIMEOUT.toSeconds());
        postgres.setTcpKeepAlive(true);
        // A commit need not wait for the disk: the position in the topic is committed with the rows, so a crash of
        // Postgres
        // loses both or neither, and what it loses is read again. Compiling a plan costs more than running ours.
        postgres.setOptions("-c synchronous_commit=off -c jit=off -c timezone=UTC");
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("assay-signals");
        pool.setDataSource(postgres);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }
}
