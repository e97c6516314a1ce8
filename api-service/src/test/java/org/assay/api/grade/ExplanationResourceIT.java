package org.assay.api.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Random;
import org.assay.api.TestApi;
import org.assay.api.key.Plan;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplanationResourceIT {

    private static final StubClock CLOCK = StubClock.at("2026-11-21T12:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXPLAIN = "/v1/tokens/bitcoin/grades/explain";

    private static TestApi api;
    private static String key;

    @BeforeAll
    static void start() {
        api = TestApi.start(CLOCK);
        key = api.issue(Plan.UNLIMITED).secret();
        api.sql("""
                insert into token (id, symbol, name) values ('bitcoin', 'BTC', 'Bitcoin'), ('never', 'NVR', 'Never'),
                  ('young', 'YNG', 'Young'), ('bare', 'BARE', 'Bare');
                insert into grade (token, kind, cadence, valid_at, known_at, model, grade, reason, in_universe, digest) values
                  ('young', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', null, 'too_short_history', false, ''),
                  ('bare', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:02Z', 'm-1', 44.5, null, false, '');
                insert into grade_explanation values ('bare', 'trader', 'daily', '2026-11-21Z', '2026-11-21T00:01Z', 'm-1',
                  '{"base": 0, "inputs": [], "score": 0, "standing": 0.5, "history": [], "smoothed": 0.5, "grade": 45.5}', '');
                """);
        write(new Random(1), "2026-11-20T00:00:00Z", "2026-11-20T00:02:00Z");
        write(new Random(2), "2026-11-21T00:00:00Z", "2026-11-21T00:02:00Z");
        write(new Random(3), "2026-11-21T00:00:00Z", "2026-11-21T09:00:00Z");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesTheGradeToWhoeverRecomputesItFromTheAnswerAlone() {
        for (String query : new String[] {
            "", "?as_of=2026-11-21T08:59:59Z", "?at=2026-11-20T23:59:59Z", "?as_of=2026-11-20T12:00:00Z"
        }) {
            JsonNode answer = ok(EXPLAIN + query);
            assertThat(recomputed(answer)).as(query).isEqualTo(number(answer.get("grade")));
            assertThat(answer.get("reason").isNull()).isTrue();
        }
    }

    @Test
    void explainsTheVersionInForceThen() {
        JsonNode now = ok(EXPLAIN);
        JsonNode before = ok(EXPLAIN + "?as_of=2026-11-21T08:59:59Z");
        assertThat(now.get("known_at").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(before.get("known_at").asText()).isEqualTo("2026-11-21T00:02:00Z");
        assertThat(before.get("valid_at")).isEqualTo(now.get("valid_at"));
        assertThat(before.get("computation")).isNotEqualTo(now.get("computation"));
        assertThat(ok(EXPLAIN + "?at=2026-11-20T12:00:00Z").get("valid_at").asText())
                .isEqualTo("2026-11-20T00:00:00Z");
    }

    @Test
    void givesEveryInputWithValueTimeSourceRankAndContribution() {
        JsonNode inputs = ok(EXPLAIN).get("computation").get("inputs");
        assertThat(inputs).hasSize(12);
        JsonNode first = inputs.get(0);
        assertThat(first.get("id").asText()).isEqualTo("feature_0");
        assertThat(first.get("version").asInt()).isEqualTo(1);
        assertThat(first.get("group").asText()).isEqualTo("momentum");
        assertThat(first.get("value").isNull()).isTrue();
        assertThat(first.get("rank").isNull()).isTrue();
        assertThat(first.get("contribution").isTextual()).isTrue();
        JsonNode second = inputs.get(1);
        assertThat(second.get("value").isTextual()).isTrue();
        assertThat(second.get("unit").asText()).isEqualTo("ratio");
        assertThat(second.get("as_of").asText()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(second.get("source").asText()).isEqualTo("candles");
        assertThat(number(second.get("rank"))).isBetween(0.0, 1.0);
    }

    @Test
    void saysWhyThereIsNoGradeOrNoExplanation() {
        assertNothing("young", "too_short_history", true);
        assertNothing("never", "not_graded_yet", true);
        assertNothing("bare", "not_explained", false);
        JsonNode tooEarly = ok(EXPLAIN + "?as_of=2026-11-01T00:00:00Z");
        assertThat(tooEarly.get("reason").asText()).isEqualTo("not_graded_yet");
        assertThat(tooEarly.get("stale").asBoolean()).isTrue();
    }

    private static void assertNothing(String token, String reason, boolean noGrade) {
        JsonNode answer = ok("/v1/tokens/" + token + "/grades/explain");
        assertThat(answer.get("grade").isNull()).isEqualTo(noGrade);
        assertThat(answer.get("computation").isNull()).isTrue();
        assertThat(answer.get("reason").asText()).isEqualTo(reason);
    }

    /** What {@code method} says, and nothing else. */
    private static double recomputed(JsonNode answer) {
        JsonNode computation = answer.get("computation");
        double sum = number(computation.get("base"));
        for (JsonNode input : computation.get("inputs")) {
            sum += number(input.get("contribution"));
        }
        double score = number(computation.get("score"));
        assertThat(sum).isCloseTo(score, within(1e-9));
        double standing = place(score, computation.get("reference_scores"));
        assertThat(standing).isEqualTo(number(computation.get("standing")));
        JsonNode history = computation.get("history");
        assertThat(number(history.get(0).get("standing"))).isEqualTo(standing);
        double weighted = 0;
        double weights = 0;
        for (JsonNode past : history) {
            weighted += number(past.get("weight")) * number(past.get("standing"));
            weights += number(past.get("weight"));
        }
        assertThat(weighted / weights).isEqualTo(number(computation.get("smoothed")));
        return 100 * place(weighted / weights, computation.get("reference_smoothed"));
    }

    private static double place(double x, JsonNode list) {
        double below = 0;
        for (JsonNode value : list) {
            below += number(value) < x ? 1 : number(value) == x ? 0.5 : 0;
        }
        return below / list.size();
    }

    private static double number(JsonNode text) {
        assertThat(text.isTextual()).isTrue();
        return Double.parseDouble(text.asText());
    }

    /** Writes a grade of made-up numbers that follow from each other as a model's do. */
    private static void write(Random random, String validAt, String knownAt) {
        ObjectNode own = JSON.createObjectNode();
        double base = random.nextGaussian() / 1e5;
        own.put("base", base);
        double score = inputs(own.putArray("inputs"), base, random, validAt);
        own.put("score", score);
        double[] scores = sample(random, score);
        double standing = placeOf(score, scores);
        own.put("standing", standing);
        ArrayNode history = own.putArray("history");
        double sum = 0;
        double weights = 0;
        for (int age = 0; age < 5; age++) {
            double past = age == 0 ? standing : random.nextDouble();
            double weight = Math.pow(0.5, age / 3.0);
            history.addObject()
                    .put("day", "2026-11-" + (20 - age))
                    .put("standing", past)
                    .put("weight", weight);
            sum += weight * past;
            weights += weight;
        }
        own.put("smoothed", sum / weights);
        double[] smoothed = sample(random, sum / weights);
        double grade = 100 * placeOf(sum / weights, smoothed);
        own.put("grade", grade);
        ObjectNode cross = JSON.createObjectNode();
        Arrays.stream(scores).forEach(cross.putArray("reference_scores")::add);
        Arrays.stream(smoothed).forEach(cross.putArray("reference_smoothed")::add);
        String times = "'trader', 'daily', '" + validAt + "', '" + knownAt + "', 'm-1', ";
        api.sql("insert into grade (token, kind, cadence, valid_at, known_at, model, grade, in_universe, digest) values"
                + " ('bitcoin', " + times + grade + ", true, '');"
                + " insert into grade_explanation values ('bitcoin', " + times + "'" + own + "', '');"
                + " insert into grade_cross_section values (" + times + "'" + cross + "', '')");
    }

    private static double inputs(ArrayNode inputs, double base, Random random, String validAt) {
        double score = base;
        for (int i = 0; i < 12; i++) {
            double contribution = random.nextGaussian() * Math.pow(10, -i);
            ObjectNode input = inputs.addObject();
            input.put("id", "feature_" + i).put("version", 1).put("group", "momentum");
            if (i == 0) {
                input.putNull("value")
                        .put("unit", "ratio")
                        .putNull("as_of")
                        .put("source", "candles")
                        .putNull("rank");
            } else {
                input.put("value", random.nextGaussian() * 1e9)
                        .put("unit", "ratio")
                        .put("as_of", validAt);
                input.put("source", "candles").put("rank", random.nextDouble());
            }
            input.put("contribution", contribution);
            score += contribution;
        }
        return score;
    }

    private static double[] sample(Random random, double member) {
        double[] values = random.doubles(100, -1, 1).toArray();
        values[0] = member;
        Arrays.sort(values);
        return values;
    }

    private static double placeOf(double x, double[] values) {
        return Arrays.stream(values).map(v -> v < x ? 1 : v == x ? 0.5 : 0).sum() / values.length;
    }

    private static JsonNode ok(String path) {
        HttpResponse<String> response = api.get(path, "x-api-key", key);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestApi.json(response);
    }
}
