package org.assay.api.grade;

import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.query.QueryParameters;
import org.assay.api.signal.Signal;
import org.assay.api.token.Tokens;

/**
 * Which tokens' grades are asked for, and in which order.
 *
 * @param gradeClass as {@code very_strong}
 * @param least the lowest grade that counts
 * @param most the highest
 * @param signal of the same cadence
 * @param category a category slug
 * @param ids token ids; all tokens without
 */
record GradeQuery(
        GradeSeries series,
        Optional<String> gradeClass,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<Integer> signal,
        Optional<String> category,
        Optional<List<String>> ids,
        GradeSort sort,
        KnownBy knownBy) {

    private static final Set<String> PARAMETERS = Set.of(
            "kind",
            "cadence",
            "class",
            "min_grade",
            "max_grade",
            "signal",
            "category",
            "ids",
            "sort",
            KnownBy.PARAMETER,
            "limit",
            "cursor");
    private static final List<String> CLASSES = List.of("very_strong", "strong", "neutral", "weak", "very_weak");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    static GradeQuery of(HttpRequest<?> request, Clock clock) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        return new GradeQuery(
                GradeSeries.of(parameters),
                parameters.word("class", CLASSES),
                parameters.decimal("min_grade", BigDecimal.ZERO, HIGHEST),
                parameters.decimal("max_grade", BigDecimal.ZERO, HIGHEST),
                parameters.choice("signal", Signal.VALUES),
                parameters.slug("category"),
                parameters.slugs("ids", Tokens.MAX_IDS),
                parameters.choice("sort", GradeSort.byLabel()).orElse(GradeSort.GRADE_DESCENDING),
                KnownBy.of(parameters, clock));
    }
}
