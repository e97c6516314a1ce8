package org.assay.api.query;

import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assay.api.problem.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * The query of one request. Every method refuses a value that it cannot read with a 400 that names the parameter; a
 * parameter that is present and empty is refused too, for it is nearly always a variable that was not set.
 */
public final class QueryParameters {

    /** Longest accepted free text, in UTF-16 units. */
    static final int MAX_TEXT = 100;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,99}");

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,15})?");

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * The parameters of {@code request}.
     *
     * @param known the names that the resource understands
     * @throws FailureException when another one is present, or one is given twice
     */
    public static QueryParameters of(HttpRequest<?> request, Set<String> known) {
        return of(request.getParameters().asMap(), known);
    }

    static QueryParameters of(Map<String, List<String>> values, Set<String> known) {
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw FailureException.invalidParameter(
                        shown(name), "is not a parameter of this resource; " + has(known));
            }
            if (given.size() > 1) {
                throw FailureException.invalidParameter(name, "is given " + given.size() + " times; give it once");
            }
        });
        return new QueryParameters(values);
    }

    /** Free text without control characters, not blank, of at most {@value #MAX_TEXT} characters; trimmed. */
    public Optional<String> text(String name) {
        return raw(name).map(value -> {
            String trimmed = value.strip();
            if (trimmed.isEmpty()) {
                throw FailureException.invalidParameter(name, "is empty");
            }
            if (trimmed.length() > MAX_TEXT) {
                throw FailureException.invalidParameter(name, "is longer than " + MAX_TEXT + " characters");
            }
            if (trimmed.chars().anyMatch(Character::isISOControl)) {
                throw FailureException.invalidParameter(name, "contains a control character");
            }
            return trimmed;
        });
    }

    /** A lower-case id such as {@code bitcoin}, {@code kraken} or {@code fiat:USD}. */
    public Optional<String> slug(String name) {
        return text(name).map(value -> {
            if (!SLUG.matcher(value).matches()) {
                throw FailureException.invalidParameter(
                        name, "is not an id: lower-case letters, digits and hyphens are");
            }
            return value;
        });
    }

    /** Ids as of {@link #slug} with commas between, 1 to {@code most} of them, each named once in the result. */
    public Optional<List<String>> slugs(String name, int most) {
        return raw(name).map(value -> {
            List<String> ids = List.of(value.split(",", -1));
            if (ids.size() > most) {
                throw FailureException.invalidParameter(name, "has more than " + most + " ids (the maximum)");
            }
            if (ids.contains("")) {
                throw FailureException.invalidParameter(name, "has an empty id; give ids with commas between");
            }
            if (!ids.stream().allMatch(id -> SLUG.matcher(id).matches())) {
                throw FailureException.invalidParameter(
                        name, "has what is not an id: lower-case letters, digits and hyphens are");
            }
            return ids.stream().distinct().toList();
        });
    }

    /** A number in plain notation, within bounds that are included. */
    public Optional<BigDecimal> decimal(String name, BigDecimal least, BigDecimal most) {
        return raw(name).map(value -> {
            Optional<BigDecimal> number =
                    DECIMAL.matcher(value).matches() ? Optional.of(new BigDecimal(value)) : Optional.empty();
            return number.filter(given -> given.compareTo(least) >= 0 && given.compareTo(most) <= 0)
                    .orElseThrow(() -> FailureException.invalidParameter(
                            name, "must be a number from " + least + " to " + most + " in plain notation"));
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return raw(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw FailureException.invalidParameter(name, "is neither true nor false");
        });
    }

    /** One of the keys of {@code choices}. */
    public <T> Optional<T> choice(String name, Map<String, T> choices) {
        return raw(name).map(value -> {
            @Nullable T chosen = choices.get(value);
            if (chosen == null) {
                throw FailureException.invalidParameter(name, "is not one of " + String.join(", ", choices.keySet()));
            }
            return chosen;
        });
    }

    /** One of the words of {@code choices}. */
    public Optional<String> word(String name, List<String> choices) {
        return raw(name).map(value -> {
            if (!choices.contains(value)) {
                throw FailureException.invalidParameter(name, "is not one of " + String.join(", ", choices));
            }
            return value;
        });
    }

    /** A point in time, see {@link TimeParameter}. */
    public Optional<Instant> time(String name) {
        return raw(name).map(value -> TimeParameter.parse(name, value));
    }

    /** {@code start} and {@code end}, each optional. */
    public TimeRange range() {
        Optional<Instant> start = time("start");
        Optional<Instant> end = time("end");
        if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
            throw FailureException.invalidParameter("start", "is after end");
        }
        return new TimeRange(start, end);
    }

    private Optional<String> raw(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        return given.isEmpty() ? Optional.empty() : Optional.of(given.getFirst());
    }

    private static String has(Set<String> known) {
        return known.isEmpty() ? "it has none" : "it has " + String.join(", ", new TreeSet<>(known));
    }

    private static String shown(String name) {
        return name.length() > 50 ? name.substring(0, 50) : name;
    }
}
