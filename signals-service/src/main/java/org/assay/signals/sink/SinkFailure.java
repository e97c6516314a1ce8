package org.assay.signals.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Why a sink could not store something. The code is stable and appears in logs, metrics and health. */
public sealed interface SinkFailure {

    String code();

    /** What happened, in one line. */
    String reason();

    /**
     * May succeed later.
     *
     * @param retryAfter the least time to wait; zero leaves it to the caller's backoff
     */
    record Retryable(String code, String reason, Duration retryAfter) implements SinkFailure {}

    /** This record will never be stored; others may. */
    record Rejected(String code, String reason) implements SinkFailure {}

    /** Nothing will be stored until somebody changes the settings. */
    record Fatal(String code, String reason) implements SinkFailure {}

    /** What an answer of Postgres means, by its SQLSTATE. */
    static SinkFailure of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String reason = firstLine(e);
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            // Data exception, integrity constraint violation.
            case "22", "23" -> new Rejected("unstorable_record", reason);
            case "40", "55" -> new Retryable("database_busy", reason, Duration.ZERO);
            case "53", "54" -> new Retryable("database_full", reason, Duration.ofSeconds(5));
            // A missing table is mended by a migration and a refused login by the administrator: both without a
            // restart.
            case "28", "42" -> new Retryable("database_refused", reason, Duration.ofSeconds(5));
            default -> new Retryable("database_unavailable", reason, Duration.ZERO);
        };
    }

    /** What an exception of the Kafka client means. The client itself retries what can be retried at once. */
    static SinkFailure of(KafkaException e) {
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            return new Fatal("kafka_denied", firstLine(e));
        }
        return e instanceof ConfigException
                ? new Fatal("kafka_misconfigured", firstLine(e))
                : new Retryable("kafka_unavailable", firstLine(e), Duration.ZERO);
    }

    private static String firstLine(Exception e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName().toLowerCase(Locale.ROOT) : e.getMessage();
        return text.lines().findFirst().orElse(text);
    }
}
