package org.assay.signals.rating.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assay.events.token.TokenDirectory;
import org.assay.events.v1.Grade;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.RatingDocument.Kind;
import org.assay.ratings.model.ModelStore;
import org.assay.ratings.model.RatingsModel;
import org.assay.signals.rating.Heard;
import org.assay.signals.rating.RatingException;
import org.assay.signals.rating.SyntheticMarket;
import org.assay.signals.rating.TokenCatalogue;
import org.assay.signals.rating.bars.Bar;
import org.assay.signals.rating.bars.DailyBars;
import org.assay.signals.rating.bars.Supplies;
import org.assay.signals.rating.record.RatingJson;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.Test;

class DailyRatingsTest {

    private static final int FIRST = Math.toIntExact(LocalDate.of(2025, 1, 1).toEpochDay());
    private static final int DAYS = 460;

    private final RatingsModel model = ModelStore.shippedModel();
    private final TokenCatalogue catalogue = new TokenCatalogue(TokenDirectory.bundled());
    private final SyntheticMarket market = new SyntheticMarket(40, FIRST, DAYS, 7);
    private final DailyRatings ratings = new DailyRatings(model, catalogue, 2, StubClock.at("2026-11-21T12:00:00Z"));

    private Heard rate(DailyBars bars, Supplies supplies, List<Integer> stops) throws RatingException {
        Heard heard = new Heard();
        var inputs = new DailyRatings.Inputs(bars, FIRST + 400, supplies, new RatingMemory(), heard);
        DailyState state = DailyState.initial(catalogue.indices());
        int from = FIRST + 400;
        for (int stop : stops) {
            state = ratings.rate(from, FIRST + stop, state, inputs, () -> false);
            state = DailyState.read(RatingJson.parse(state.json().toString()), catalogue.indices());
            from = FIRST + stop + 1;
        }
        return heard;
    }

    @Test
    void aRunInPiecesSaysTheSameAsOneInAPiece() throws RatingException {
        Heard whole = rate(market.bars(), supplies(), List.of(DAYS - 1));
        Heard pieces = rate(market.bars(), supplies(), List.of(410, 411, DAYS - 1));

        assertThat(digests(pieces.grades)).isEqualTo(digests(whole.grades));
        assertThat(pieces.signals).isEqualTo(whole.signals);
        assertThat(pieces.indices).isEqualTo(whole.indices);
        assertThat(pieces.documents(Kind.KIND_MARKET)).isEqualTo(whole.documents(Kind.KIND_MARKET));
        assertThat(pieces.documents(Kind.KIND_RUN)).isEqualTo(whole.documents(Kind.KIND_RUN));
        assertThat(whole.indices.stream()
                        .filter(day -> day.getIndexId().equals("top-10"))
                        .toList()
                        .getLast()
                        .hasLevel())
                .isTrue();
    }

    @Test
    void anExplanationGivesTheGradeAgain() throws RatingException {
        Heard heard = rate(market.bars(), Supplies.none(), List.of(400));

        List<RatingDocument> explanations = heard.documents(Kind.KIND_EXPLANATION);
        assertThat(explanations).hasSize(80);
        for (RatingDocument explanation : explanations) {
            JsonNode json = RatingJson.parse(explanation.getJson());
            double score = json.get("base").asDouble();
            for (JsonNode input : json.get("inputs")) {
                score += input.get("contribution").asDouble();
            }
            Grade grade = heard.grades.stream()
                    .filter(each -> each.getToken().equals(explanation.getSubject())
                            && each.getKind().equals(explanation.getGradeKind()))
                    .findFirst()
                    .orElseThrow();
            assertThat(score).isCloseTo(grade.getScore(), within(1e-9));
            assertThat(json.get("grade").asDouble()).isEqualTo(grade.getGrade());
            JsonNode reference = heard.documents(Kind.KIND_CROSS_SECTION).stream()
                    .filter(document -> document.getGradeKind().equals(grade.getKind()))
                    .map(document -> RatingJson.parse(document.getJson()).get("reference_smoothed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(100 * place(reference, json.get("smoothed").asDouble()))
                    .isCloseTo(grade.getGrade(), within(1e-9));
        }
    }

    @Test
    void theLastDaysAreExplainedAndEveryGradeHasItsParts() throws RatingException {
        Heard heard = rate(market.bars(), Supplies.none(), List.of(403));

        assertThat(heard.documents(Kind.KIND_EXPLANATION).stream()
                        .map(document -> document.getValidAtUs() / 86_400_000_000L - 1)
                        .distinct())
                .containsExactly(FIRST + 402L, FIRST + 403L);
        assertThat(heard.grades).filteredOn(Grade::hasGrade).hasSize(4 * 40 * 2).allSatisfy(grade -> assertThat(
                        grade.getSubScoresList())
                .hasSizeGreaterThanOrEqualTo(4));
    }

    private static double place(JsonNode sorted, double value) {
        double below = 0;
        for (JsonNode each : sorted) {
            below += each.asDouble() < value ? 1 : each.asDouble() == value ? 0.5 : 0;
        }
        return below / sorted.size();
    }

    @Test
    void withoutSuppliesAnIndexByCapitalisationSaysWhyItHasNoLevel() throws RatingException {
        Heard heard = rate(market.bars(), Supplies.none(), List.of(400));

        assertThat(heard.indices)
                .filteredOn(day -> day.getIndexId().equals("top-10"))
                .allSatisfy(day -> assertThat(day.getReason()).isEqualTo("no_market_caps"));
    }

    @Test
    void aStablecoinIsExcludedAndANewcomerTooYoung() throws RatingException {
        DailyBars bars = market.bars();
        for (int day = 0; day < DAYS; day++) {
            bars.put("tether", FIRST + day, new Bar(1, 1, 1, 1, 1e9));
        }
        for (int day = 380; day < DAYS; day++) {
            bars.put("zz-new", FIRST + day, new Bar(1, 1, 1, 1, 1e7));
        }

        Heard heard = rate(bars, Supplies.none(), List.of(400));

        assertThat(heard.grades)
                .filteredOn(grade -> grade.getToken().equals("tether"))
                .isNotEmpty()
                .allSatisfy(grade -> assertThat(grade.getReason()).isEqualTo("excluded"));
        assertThat(heard.grades)
                .filteredOn(grade -> grade.getToken().equals("zz-new"))
                .isNotEmpty()
                .allSatisfy(grade -> assertThat(grade.getReason()).isEqualTo("too_short_history"));
    }

    @Test
    void everyTokenOfTheDayHasItsDocuments() throws RatingException {
        Heard heard = rate(market.bars(), supplies(), List.of(DAYS - 1));

        for (Kind kind : List.of(Kind.KIND_QUANT, Kind.KIND_CORRELATION, Kind.KIND_LEVEL, Kind.KIND_FORECAST)) {
            assertThat(heard.documents(kind)).as(kind.name()).hasSize(40);
        }
        assertThat(heard.documents(Kind.KIND_SCORECARD).stream()
                        .filter(document -> document.getSubject().isEmpty())
                        .map(RatingDocument::getScorecard))
                .containsExactlyInAnyOrder("trader", "investor", "signals", "forecast");
        JsonNode marketDay =
                RatingJson.parse(heard.documents(Kind.KIND_MARKET).getLast().getJson());
        assertThat(marketDay.at("/state/regime").asText()).isIn("bear", "neutral", "bull");
        assertThat(marketDay.get("btc_dominance").asDouble()).isBetween(0.0, 1.0);
    }

    private Supplies supplies() {
        return Supplies.of(market.tokens().stream()
                .map(token -> new Supplies.Entry(
                        token, LocalDate.ofEpochDay(FIRST), BigDecimal.valueOf(1_000_000_000L), "made up"))
                .toList());
    }

    private static List<ByteString> digests(List<Grade> grades) {
        return grades.stream().map(Grade::getDigest).toList();
    }
}
