package org.assay.api.list;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gets the secret that cursors are sealed with. */
@Factory
final class CursorFactory {

    private static final int SECRET_BYTES = 32;

    @Singleton
    CursorCodec cursorCodec(CursorSettings settings, DataSource database) throws SQLException {
        return new CursorCodec(
                settings.secret().isEmpty()
                        ? shared(database)
                        : settings.secret().getBytes(StandardCharsets.UTF_8));
    }

    /** The first instance to come writes the secret, all others read it. */
    private static byte[] shared(DataSource database) throws SQLException {
        byte[] candidate = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(candidate);
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into api_secret (name, value) values ('cursor', ?) on conflict (name) do nothing");
                var select = connection.prepareStatement("select value from api_secret where name = 'cursor'")) {
            insert.setBytes(1, candidate);
            insert.executeUpdate();
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The cursor secret is neither there nor could it be written");
                }
                return row.getBytes(1);
            }
        }
    }
}
