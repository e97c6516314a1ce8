package org.assay.ratings.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the values of one YAML mapping and notes what is wrong: missing, of another type, out of range, unknown. */
final class RuleFields {

    private final String prefix;
    private final Map<?, ?> values;
    private final List<String> problems;
    private final Set<String> read = new HashSet<>();

    RuleFields(String prefix, Map<?, ?> values, List<String> problems) {
        this.prefix = prefix;
        this.values = values;
        this.problems = problems;
    }

    private @Nullable Object take(String key) {
        read.add(key);
        return values.get(key);
    }

    private void problem(String key, String what) {
        problems.add(prefix + key + " " + what);
    }

    @Nullable
    String text(String key) {
        @Nullable Object value = take(key);
        if (value != null && !(value instanceof String)) {
            problem(key, "is no text: " + value + " (quote it)");
        }
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    String requiredText(String key) {
        @Nullable String value = text(key);
        if (value == null && values.get(key) == null) {
            problem(key, "is missing");
        }
        return value == null ? "" : value;
    }

    @Nullable
    Double number(String key, double least, double most) {
        @Nullable Object value = take(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number)) {
            problem(key, "is no number: " + value);
            return null;
        }
        double real = number.doubleValue();
        if (!(real >= least && real <= most)) {
            problem(key, "lies outside " + least + " to " + most + ": " + value);
            return null;
        }
        return real;
    }

    double number(String key, double least, double most, double otherwise) {
        Double value = number(key, least, most);
        return value == null ? otherwise : value;
    }

    @Nullable
    Integer whole(String key, int least, int most) {
        Double value = number(key, least, most);
        if (value != null && value != Math.rint(value)) {
            problem(key, "is no whole number: " + value);
            return null;
        }
        return value == null ? null : value.intValue();
    }

    int whole(String key, int least, int most, int otherwise) {
        Integer value = whole(key, least, most);
        return value == null ? otherwise : value;
    }

    int requiredWhole(String key, int least, int most) {
        Integer value = whole(key, least, most);
        if (value == null && values.get(key) == null) {
            problem(key, "is missing");
        }
        return value == null ? least : value;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        E[] constants = type.getEnumConstants();
        @Nullable Object value = take(key);
        for (E constant : constants) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        String known = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        problem(key, value == null ? "is missing (one of " + known + ")" : "is none of " + known + ": " + value);
        return constants[0];
    }

    Set<String> texts(String key) {
        @Nullable Object value = take(key);
        Set<String> texts = new TreeSet<>();
        if (value instanceof List<?> list) {
            for (@Nullable Object element : list) {
                if (element instanceof String text) {
                    texts.add(text);
                } else {
                    problem(key, "holds what is no text: " + element + " (quote it)");
                }
            }
        } else if (value != null) {
            problem(key, "is no list: " + value);
        }
        return texts;
    }

    RuleFields mapping(String key) {
        @Nullable Object value = take(key);
        if (value != null && !(value instanceof Map<?, ?>)) {
            problem(key, "is no mapping: " + value);
        }
        return new RuleFields(prefix + key + ".", value instanceof Map<?, ?> map ? map : Map.of(), problems);
    }

    /** Notes every key that nobody asked for. */
    void refuseOthers() {
        List<String> others = new ArrayList<>();
        for (Object key : values.keySet()) {
            if (!read.contains(String.valueOf(key))) {
                others.add(String.valueOf(key));
            }
        }
        others.stream()
                .sorted()
                .forEach(key -> problem(key, "is unknown (known: " + String.join(", ", new TreeSet<>(read)) + ")"));
    }
}
