package org.assay.api.sql;

import io.r2dbc.spi.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row, read by column name; a null in a column that is read as required is a defect and throws. */
public final class Columns {

    private final Row row;

    Columns(Row row) {
        this.row = row;
    }

    public String text(String column) {
        return required(column, String.class);
    }

    public @Nullable String textOrNull(String column) {
        return row.get(column, String.class);
    }

    /** Plain notation with the digits as stored, trailing zeros included. */
    public String decimal(String column) {
        return required(column, BigDecimal.class).toPlainString();
    }

    /** As {@link #decimal}; null where the column is. */
    public @Nullable String decimalOrNull(String column) {
        BigDecimal value = row.get(column, BigDecimal.class);
        return value == null ? null : value.toPlainString();
    }

    /** A {@code double precision} column in plain notation: the fewest digits that read back as the same bits. */
    public String real(String column) {
        return plain(required(column, Double.class));
    }

    /** As {@link #real}; null where the column is. */
    public @Nullable String realOrNull(String column) {
        Double value = row.get(column, Double.class);
        return value == null ? null : plain(value);
    }

    public Instant time(String column) {
        return required(column, Instant.class);
    }

    public @Nullable Instant timeOrNull(String column) {
        return row.get(column, Instant.class);
    }

    public int integer(String column) {
        return required(column, Integer.class);
    }

    public @Nullable Integer integerOrNull(String column) {
        return row.get(column, Integer.class);
    }

    public long bigint(String column) {
        return required(column, Long.class);
    }

    public @Nullable Long bigintOrNull(String column) {
        return row.get(column, Long.class);
    }

    public boolean flag(String column) {
        return required(column, Boolean.class);
    }

    public @Nullable Boolean flagOrNull(String column) {
        return row.get(column, Boolean.class);
    }

    /** A {@code text[]} column. */
    public List<String> texts(String column) {
        return List.of(required(column, String[].class));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private <T> T required(String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
