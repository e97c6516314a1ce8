package org.assay.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.api.problem.Failure;
import org.assay.api.problem.FailureException;
import org.assay.api.problem.ParameterError;
import org.assay.api.problem.ProblemCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    private static final Set<String> KNOWN = Set.of("text", "id", "flag", "choice", "start", "end");

    @Test
    void givesNothingForWhatIsNotThere() {
        QueryParameters none = QueryParameters.of(Map.of(), KNOWN);
        assertThat(none.text("text")).isEmpty();
        assertThat(none.slug("id")).isEmpty();
        assertThat(none.flag("flag")).isEmpty();
        assertThat(none.choice("choice", Map.of("a", 1))).isEmpty();
        assertThat(none.word("choice", List.of("a"))).isEmpty();
        assertThat(none.range().start()).isEmpty();
        assertThat(none.range().end()).isEmpty();
    }

    @Test
    void takesSeveralIdsEachOnce() {
        assertThat(with("id", "bitcoin,ethereum,bitcoin").slugs("id", 3)).hasValue(List.of("bitcoin", "ethereum"));
        assertThat(QueryParameters.of(Map.of(), KNOWN).slugs("id", 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a,", ",a", "a,,b", "a, b", "A", "a,b,c,d"})
    void refusesIdsThatAreEmptyMalformedOrTooMany(String ids) {
        assertThat(refused(() -> with("id", ids).slugs("id", 3)).parameter()).isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "70.5", "99.999999999999999", "0.000"})
    void takesANumberWithinItsBounds(String number) {
        assertThat(with("text", number).decimal("text", BigDecimal.ZERO, BigDecimal.valueOf(100)))
                .hasValue(new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0.1", "100.1", "1e1", "NaN", "Infinity", "+1", " 1", "1.", ".5", "1,5", "٣", "0x10"})
    void refusesWhatIsNoNumberOrOutOfBounds(String number) {
        assertThat(refused(() -> with("text", number).decimal("text", BigDecimal.ZERO, BigDecimal.valueOf(100)))
                        .parameter())
                .isEqualTo("text");
    }

    @Test
    void refusesAnUnknownParameterAndNamesThoseThatThereAre() {
        ParameterError error = refused(() -> QueryParameters.of(Map.of("texts", List.of("x")), KNOWN));
        assertThat(error.parameter()).isEqualTo("texts");
        assertThat(error.detail()).contains("choice, end, flag, id, start, text");
    }

    @Test
    void shortensAnEndlessNameInItsRefusal() {
        ParameterError error = refused(() -> QueryParameters.of(Map.of("x".repeat(10_000), List.of("")), KNOWN));
        assertThat(error.parameter()).hasSize(50);
    }

    @Test
    void refusesAParameterGivenTwice() {
        assertThat(refused(() -> QueryParameters.of(Map.of("text", List.of("a", "a")), KNOWN))
                        .parameter())
                .isEqualTo("text");
    }

    @Test
    void trimsTextAndKeepsUnicode() {
        assertThat(with("text", "  Ж🚀 ").text("text")).hasValue("Ж🚀");
        assertThat(with("text", "a".repeat(100)).text("text")).hasValue("a".repeat(100));
    }

    @Test
    void refusesTextThatIsEmptyTooLongOrHoldsControlCharacters() {
        for (String value : List.of("", "   ", "a".repeat(101), "a\u0000b", "a\nb", "\u0085x")) {
            assertThat(refused(() -> with("text", value).text("text")).parameter())
                    .isEqualTo("text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitcoin", "0x", "fiat:usd", "layer-1", "a.b_c"})
    void takesIds(String id) {
        assertThat(with("id", id).slug("id")).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bitcoin", "-a", "a b", "a/b", "' or 1=1", "ж", "%"})
    void refusesWhatIsNoId(String id) {
        assertThat(refused(() -> with("id", id).slug("id")).parameter()).isEqualTo("id");
    }

    @Test
    void readsFlagsWordsAndChoices() {
        assertThat(with("flag", "true").flag("flag")).hasValue(true);
        assertThat(with("flag", "false").flag("flag")).hasValue(false);
        assertThat(with("choice", "b").word("choice", List.of("a", "b"))).hasValue("b");
        assertThat(with("choice", "b").choice("choice", Map.of("a", 1, "b", 2))).hasValue(2);
        refused(() -> with("flag", "TRUE").flag("flag"));
        refused(() -> with("flag", "").flag("flag"));
        assertThat(refused(() -> with("choice", "c").word("choice", List.of("a", "b")))
                        .detail())
                .contains("a, b");
        refused(() -> with("choice", "c").choice("choice", Map.of("a", 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1795258800, 2026-11-21T11:00:00Z",
        "2026-11-21T11:00:00Z, 2026-11-21T11:00:00Z",
        "2026-11-21t11:00:00z, 2026-11-21T11:00:00Z",
        "2026-11-21 11:00:00Z, 2026-11-21T11:00:00Z",
        "2026-11-21T11:00:00.123456789Z, 2026-11-21T11:00:00.123456Z",
        "2026-11-21T11:00:00+05:30, 2026-11-21T05:30:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
    })
    void readsTimes(String text, Instant time) {
        assertThat(with("start", text).time("start")).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "-1",
                "1.5",
                "1795258800000",
                "99999999999999999999",
                "2026-11-21",
                "2026-11-21T11:00Z",
                "2026-11-21T11:00:00",
                "2026-02-30T00:00:00Z",
                "2026-11-21T25:00:00Z",
                "1969-12-31T23:59:59Z",
                "+12026-11-21T00:00:00Z",
                "2026-11-21T11:00:00 05:30",
                "9999-12-31T23:59:59-18:00",
                "٢٠٢٦-11-21T11:00:00Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(refused(() -> with("start", text).time("start")).parameter()).isEqualTo("start");
    }

    @Test
    void saysWhyAPlusWasLost() {
        assertThat(refused(() -> with("end", "2026-11-21T11:00:00 05:30").time("end"))
                        .detail())
                .contains("%2B");
    }

    @Test
    void takesARangeThatIsEmptyAndRefusesOneThatIsTurnedRound() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("start", List.of("100"));
        values.put("end", List.of("100"));
        assertThat(QueryParameters.of(values, KNOWN).range().start()).hasValue(Instant.ofEpochSecond(100));
        values.put("end", List.of("99"));
        assertThat(refused(() -> QueryParameters.of(values, KNOWN).range()).parameter())
                .isEqualTo("start");
    }

    private static QueryParameters with(String name, String value) {
        return QueryParameters.of(Map.of(name, List.of(value)), KNOWN);
    }

    private static ParameterError refused(ThrowingCallable call) {
        FailureException thrown = assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call)
                .actual();
        assertThat(thrown.failure().code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
        return ((Failure.Rejected) thrown.failure()).errors().getFirst();
    }
}
