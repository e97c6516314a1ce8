package org.assay.ratings.panel;

import java.nio.charset.StandardCharsets;

/** One line of a CSV file as bytes, cut into fields. A field may stand in quotes, which may hold commas but no quotes. */
final class CsvLine {

    private byte[] bytes = new byte[0];
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int fields;

    /**
     * Cuts a line.
     *
     * @return false when a quote is not closed or something follows it
     */
    boolean split(byte[] source, int start, int end) {
        bytes = source;
        fields = 0;
        int position = start;
        while (true) {
            if (fields == from.length) {
                from = java.util.Arrays.copyOf(from, 2 * fields);
                to = java.util.Arrays.copyOf(to, 2 * fields);
            }
            int next = position < end && source[position] == '"' ? quoted(position, end) : plain(position, end);
            if (next < 0) {
                return false;
            }
            fields++;
            if (next >= end) {
                return true;
            }
            position = next + 1;
        }
    }

    private int plain(int start, int end) {
        int position = start;
        while (position < end && bytes[position] != ',') {
            position++;
        }
        int first = start;
        int last = position;
        while (first < last && bytes[first] == ' ') {
            first++;
        }
        while (last > first && bytes[last - 1] == ' ') {
            last--;
        }
        from[fields] = first;
        to[fields] = last;
        return position;
    }

    private int quoted(int start, int end) {
        int position = start + 1;
        while (position < end && bytes[position] != '"') {
            position++;
        }
        if (position == end || (position + 1 < end && bytes[position + 1] != ',')) {
            return -1;
        }
        from[fields] = start + 1;
        to[fields] = position;
        return position + 1;
    }

    int fields() {
        return fields;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    boolean isEmpty(int field) {
        return from[field] == to[field];
    }

    String text(int field) {
        return new String(bytes, from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }

    /** Whether a field reads as the given bytes. */
    boolean is(int field, byte[] wanted) {
        return java.util.Arrays.equals(bytes, from[field], to[field], wanted, 0, wanted.length);
    }
}
