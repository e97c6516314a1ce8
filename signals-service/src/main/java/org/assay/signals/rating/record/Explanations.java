package org.assay.signals.rating.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.RatingDocument.Kind;
import org.assay.ratings.feature.Feature;
import org.assay.ratings.grade.Explanation;
import org.assay.ratings.model.GradeModel;
import org.assay.ratings.model.RatingsModel;

/** Writes every number behind a grade, and what a model reads. */
public final class Explanations {

    private Explanations() {}

    /**
     * A grade's explanation; the lists that all of a kind share are in {@link #crossSection}.
     *
     * @param model the one that made it
     * @param asOf end of the last bar that the inputs were made from
     */
    public static RatingDocument document(Moment moment, Explanation explanation, GradeModel model, Instant asOf) {
        ObjectNode json = RatingJson.object();
        json.put("base", explanation.baseValue());
        ArrayNode inputs = json.putArray("inputs");
        for (int i = 0; i < explanation.inputs().size(); i++) {
            Explanation.Input input = explanation.inputs().get(i);
            ObjectNode node = inputs.addObject()
                    .put("id", input.feature())
                    .put("version", input.version())
                    .put("group", RatingRecords.word(input.group()));
            number(node, "value", input.value());
            node.put("unit", input.unit()).put("as_of", asOf.toString());
            node.put("source", source(model.feature(model.features().get(i))));
            number(node, "rank", input.rank());
            number(node, "contribution", input.contribution());
        }
        json.put("score", explanation.score()).put("standing", explanation.standing());
        ArrayNode history = json.putArray("history");
        for (Explanation.PastStanding past : explanation.history()) {
            history.addObject()
                    .put("day", past.day().toString())
                    .put("standing", past.standing())
                    .put("weight", past.weight());
        }
        json.put("smoothed", explanation.smoothed()).put("grade", explanation.grade());
        return RatingRecords.ofGrades(moment, Kind.KIND_EXPLANATION, explanation.kind(), explanation.symbol(), json);
    }

    /** What all grades of a kind and moment were placed among, taken from any of their explanations. */
    public static RatingDocument crossSection(Moment moment, Explanation explanation) {
        ObjectNode json = RatingJson.object();
        json.set("reference_scores", RatingJson.tree(explanation.referenceScores()));
        json.set("reference_smoothed", RatingJson.tree(explanation.referenceSmoothed()));
        return RatingRecords.ofGrades(moment, Kind.KIND_CROSS_SECTION, explanation.kind(), "", json);
    }

    /** A model with its provenance and everything it reads. */
    public static RatingDocument model(Moment moment, RatingsModel model) {
        ObjectNode json = RatingJson.object();
        json.set("provenance", RatingJson.tree(new java.util.TreeMap<>(model.provenance())));
        ArrayNode inputs = json.putArray("inputs");
        Stream.of(model.trader(), model.investor())
                .flatMap(grade -> grade.features().stream().map(grade::feature))
                .collect(Collectors.toMap(Feature::id, feature -> feature, (one, _) -> one, java.util.TreeMap::new))
                .values()
                .forEach(feature -> inputs.addObject()
                        .put("id", feature.id())
                        .put("version", feature.version())
                        .put("group", RatingRecords.word(feature.group()))
                        .put("definition", feature.definition())
                        .put("unit", feature.unit())
                        .put("method", feature.source())
                        .put("source", source(feature))
                        .put("warm_up_days", feature.warmUpDays()));
        json.put("trader_half_life_days", model.trader().halfLife())
                .put("investor_half_life_days", model.investor().halfLife());
        return RatingRecords.document(moment, Kind.KIND_MODEL, model.version(), json);
    }

    /** Which of our columns an input is made from. */
    private static String source(Feature feature) {
        List<String> needs = feature.needs().stream()
                .map(need -> need.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        return "daily candles in USD over all venues: " + String.join(", ", needs);
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
