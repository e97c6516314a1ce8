package org.assay.signals.sink.postgres;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of an {@link ArrayInsert}: how its values are taken from the rows, sent and read.
 *
 * @param <R> a row
 */
public sealed interface Column<R> {

    String name();

    /** The Postgres type of the array parameter's elements. */
    String parameterType();

    /** Makes the stored value of {@code r.name}. */
    default String expression() {
        return "r." + name();
    }

    /** The values as an array that the driver can send. */
    Object values(List<R> rows);

    /** A text, or null. */
    @FunctionalInterface
    interface TextOf<R> {
        @Nullable
        String of(R row);
    }

    /** A number, or null. */
    @FunctionalInterface
    interface NumberOf<R> {
        @Nullable
        Long of(R row);
    }

    /** {@code text}. */
    record Text<R>(String name, TextOf<R> value) implements Column<R> {
        @Override
        public String parameterType() {
            return "text";
        }

        @Override
        public Object values(List<R> rows) {
            return texts(rows, value);
        }
    }

    /** Sent as text and cast, for instance to {@code numeric} or {@code jsonb}. */
    record Cast<R>(String name, String type, TextOf<R> value) implements Column<R> {
        @Override
        public String parameterType() {
            return "text";
        }

        @Override
        public String expression() {
            return "r." + name + "::" + type;
        }

        @Override
        public Object values(List<R> rows) {
            return texts(rows, value);
        }
    }

    /** {@code bigint}, never null. */
    record Int8<R>(String name, ToLongFunction<R> value) implements Column<R> {
        @Override
        public String parameterType() {
            return "bigint";
        }

        @Override
        public Object values(List<R> rows) {
            return rows.stream().mapToLong(value).toArray();
        }
    }

    /** {@code bigint}, or null. */
    record OptionalInt8<R>(String name, NumberOf<R> value) implements Column<R> {
        @Override
        public String parameterType() {
            return "bigint";
        }

        @Override
        public Object values(List<R> rows) {
            return numbers(rows, value);
        }
    }

    /** {@code integer}, never null. */
    record Int4<R>(String name, ToIntFunction<R> value) implements Column<R> {
        @Override
        public String parameterType() {
            return "integer";
        }

        @Override
        public Object values(List<R> rows) {
            return rows.stream().mapToInt(value).toArray();
        }
    }

    /** {@code boolean}, never null. */
    record Flag<R>(String name, Predicate<R> value) implements Column<R> {
        @Override
        public String parameterType() {
            return "boolean";
        }

        @Override
        public Object values(List<R> rows) {
            boolean[] values = new boolean[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.test(rows.get(i));
            }
            return values;
        }
    }

    /** {@code timestamptz} from microseconds since the epoch, exact; never null. */
    record Time<R>(String name, ToLongFunction<R> micros) implements Column<R> {
        @Override
        public String parameterType() {
            return "bigint";
        }

        @Override
        public String expression() {
            return ofMicros(name);
        }

        @Override
        public Object values(List<R> rows) {
            return rows.stream().mapToLong(micros).toArray();
        }
    }

    /** {@code timestamptz} from microseconds since the epoch, exact; or null. */
    record OptionalTime<R>(String name, NumberOf<R> micros) implements Column<R> {
        @Override
        public String parameterType() {
            return "bigint";
        }

        @Override
        public String expression() {
            return ofMicros(name);
        }

        @Override
        public Object values(List<R> rows) {
            return numbers(rows, micros);
        }
    }

    private static String ofMicros(String name) {
        // Exact: the factor is a double, and these numbers stay far below 2^53.
        return "timestamptz 'epoch' + r." + name + " * interval '1 microsecond'";
    }

    private static <R> @Nullable String[] texts(List<R> rows, TextOf<R> value) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.of(rows.get(i));
        }
        return values;
    }

    private static <R> @Nullable Long[] numbers(List<R> rows, NumberOf<R> value) {
        @Nullable Long[] values = new @Nullable Long[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.of(rows.get(i));
        }
        return values;
    }
}
