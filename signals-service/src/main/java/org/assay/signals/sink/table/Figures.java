package org.assay.signals.sink.table;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.assay.signals.sink.postgres.Column;

/** Columns of the model's numbers. */
final class Figures {

    private static final String DOUBLE = "double precision";

    private Figures() {}

    /** A number with all its digits, or null. */
    static <R> Column<R> column(String name, Predicate<R> present, ToDoubleFunction<R> value) {
        return new Column.Cast<>(
                name, DOUBLE, row -> present.test(row) ? Double.toString(value.applyAsDouble(row)) : null);
    }

    /** A number with all its digits. */
    static <R> Column<R> column(String name, ToDoubleFunction<R> value) {
        return new Column.Cast<>(name, DOUBLE, row -> Double.toString(value.applyAsDouble(row)));
    }
}
