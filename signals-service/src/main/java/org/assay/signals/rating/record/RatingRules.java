package org.assay.signals.rating.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.assay.events.v1.RatingDocument;
import org.assay.ratings.grade.GradeClass;
import org.assay.ratings.grade.MomentumLabel;
import org.assay.ratings.market.RegimeRules;
import org.assay.ratings.signal.SignalRules;

/** Says by which rules ratings are made beside the model: the boundaries of labels, the thresholds of signals and regime. */
public final class RatingRules {

    /** No change of a grade is lower. */
    private static final double LOWEST_CHANGE = -100;

    private RatingRules() {}

    /** One document for each subject. */
    public static List<RatingDocument> documents(Moment moment) {
        return List.of(
                RatingRecords.rules(moment, "grades", grades()),
                RatingRecords.rules(moment, "signals", signals(List.of(SignalRules.daily(), SignalRules.hourly()))),
                RatingRecords.rules(moment, "regime", RatingJson.object(RegimeRules.defaults())));
    }

    private static ObjectNode grades() {
        ObjectNode json = RatingJson.object();
        ArrayNode classes = json.putArray("classes");
        for (GradeClass each : GradeClass.values()) {
            threshold(classes, each, each.from(), true);
        }
        ArrayNode momentum = json.putArray("momentum");
        for (MomentumLabel each : MomentumLabel.values()) {
            boolean lowest = Double.isInfinite(each.from());
            threshold(momentum, each, lowest ? LOWEST_CHANGE : each.from(), lowest || each.includesFrom());
        }
        return json.put("momentum_days", MomentumLabel.DAYS);
    }

    private static void threshold(ArrayNode list, Enum<?> label, double from, boolean inclusive) {
        list.addObject()
                .put("label", RatingRecords.word(label))
                .put("from", from)
                .put("inclusive", inclusive);
    }

    private static ObjectNode signals(List<SignalRules> cadences) {
        ObjectNode json = RatingJson.object();
        ArrayNode list = json.putArray("cadences");
        for (SignalRules rules : cadences) {
            ObjectNode thresholds = list.addObject().put("cadence", rules.id());
            thresholds.setAll(RatingJson.object(rules));
            thresholds.remove("id");
        }
        return json;
    }
}
