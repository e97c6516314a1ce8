package org.assay.ratings.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** JSON text from maps, collections, strings, numbers and booleans; what is not finite is null. */
final class Json {

    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String of(Map<String, ?> value) {
        Json json = new Json();
        json.write(value, "\n");
        return json.out.append('\n').toString();
    }

    private void write(Object value, String line) {
        switch (value) {
            case Map<?, ?> map -> object(map, line);
            case Collection<?> list -> array(list, line);
            case Double number when !Double.isFinite(number) -> out.append("null");
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            default -> text(value.toString());
        }
    }

    private void object(Map<?, ?> map, String line) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator).append(line).append("  ");
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            write(entry.getValue(), line + "  ");
            separator = ",";
        }
        out.append(map.isEmpty() ? "" : line).append('}');
    }

    private void array(Collection<?> list, String line) {
        boolean tall = list.stream().anyMatch(Map.class::isInstance);
        out.append('[');
        String separator = "";
        for (Object item : list) {
            out.append(separator).append(tall ? line + "  " : "");
            write(item, line + "  ");
            separator = tall ? "," : ", ";
        }
        out.append(tall ? line : "").append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char symbol = text.charAt(i);
            if (symbol == '"' || symbol == '\\') {
                out.append('\\').append(symbol);
            } else if (symbol < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) symbol));
            } else {
                out.append(symbol);
            }
        }
        out.append('"');
    }
}
