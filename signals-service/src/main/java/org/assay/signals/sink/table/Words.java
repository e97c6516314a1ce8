package org.assay.signals.sink.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How names and texts of records are written in rows. */
final class Words {

    private Words() {}

    /** {@code STATUS_FILLED_BY_TRADES} becomes {@code filled_by_trades}. */
    static String of(Enum<?> value, String prefix) {
        return value.name().substring(prefix.length()).toLowerCase(Locale.ROOT);
    }

    /** Protobuf's empty text is the absence of one. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Postgres takes any character but U+0000. */
    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0;
    }

    /** The text with U+FFFD where it cannot be stored. */
    static String storable(String text) {
        return isStorable(text) ? text : text.replace('\0', '\uFFFD');
    }
}
