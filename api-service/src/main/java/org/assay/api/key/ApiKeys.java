package org.assay.api.key;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** Issues and revokes API keys, in the database directly: needs no running API. */
public final class ApiKeys {

    private static final int HINT_LENGTH = 8;

    private final DataSource database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Over a database where the migrations have run. */
    public ApiKeys(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Issues a key. A running API knows it at its first use.
     *
     * @param name for people, 1 to 100 characters
     * @throws SQLException when the database does not take it
     */
    public IssuedKey create(Plan plan, String name) throws SQLException {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("A key's name has 1 to 100 characters");
        }
        String secret = KeyFormat.generate(random);
        ApiKey key = new ApiKey(UUID.randomUUID(), name, plan);
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into api_key (id, name, plan, key_hash, hint, created_at) values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, key.id());
            insert.setString(2, name);
            insert.setString(3, plan.label());
            insert.setBytes(4, KeyFormat.hash(secret));
            insert.setString(5, secret.substring(0, HINT_LENGTH));
            insert.setTimestamp(6, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        return new IssuedKey(key, secret);
    }

    /**
     * Ends a key's life. Running APIs refuse it within seconds (setting {@code assay.api.key.refresh}).
     *
     * @return false when there is no such key, or it was revoked before
     * @throws SQLException when the database does not take it
     */
    public boolean revoke(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update api_key set revoked_at = ? where id = ? and revoked_at is null")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setObject(2, id);
            return update.executeUpdate() > 0;
        }
    }
}
