package org.assay.ingest.venue.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes client frames. */
public final class WireFrames {

    private WireFrames() {}

    /** Cuts a collection into lists of at most {@code most}, in order. */
    public static <T> List<List<T>> chunks(Collection<T> all, int most) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += most) {
            chunks.add(list.subList(from, Math.min(list.size(), from + most)));
        }
        return chunks;
    }

    /** A JSON string. */
    public static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** A JSON array of strings. */
    public static String quoteAll(Collection<String> texts) {
        return texts.stream().map(WireFrames::quote).collect(Collectors.joining(",", "[", "]"));
    }

    /** Lower case, whatever the machine's language. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Upper case, whatever the machine's language. */
    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
