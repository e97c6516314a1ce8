package org.assay.signals.rating.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.assay.events.v1.RatingDocument.Kind;
import org.assay.ratings.index.IndexRules;
import org.assay.ratings.model.RatingsModel;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.TokenCatalogue;
import org.assay.signals.rating.bars.Supplies;
import org.assay.signals.rating.record.Explanations;
import org.assay.signals.rating.record.Moment;
import org.assay.signals.rating.record.RatingJson;
import org.assay.signals.rating.record.RatingRecords;
import org.assay.signals.rating.record.RatingRules;

/** Says what ratings are made by: the model, the rules, the supplies. */
final class Definitions {

    private static final int VERSION_DIGITS = 12;

    private Definitions() {}

    static void say(RatingsModel model, TokenCatalogue catalogue, Supplies supplies, Instant now, Outlet outlet) {
        Moment moment = new Moment(Moment.DAILY, now, now, model.version());
        outlet.say(Explanations.model(moment, model));
        RatingRules.documents(moment).forEach(outlet::say);
        for (IndexRules rules : catalogue.indices()) {
            JsonNode tree = RatingJson.tree(rules);
            ObjectNode json = RatingJson.object()
                    .put("version", version(tree.toString()))
                    .put("name", rules.name())
                    .put("description", rules.description());
            json.set("rules", tree);
            outlet.say(RatingRecords.document(moment, Kind.KIND_INDEX_DEFINITION, rules.id(), json));
        }
        for (Supplies.Entry entry : supplies.entries()) {
            Moment day = new Moment(
                    Moment.DAILY, entry.day().atStartOfDay(ZoneOffset.UTC).toInstant(), now, model.version());
            ObjectNode json = RatingJson.object()
                    .put("circulating", entry.circulating().toPlainString())
                    .put("source", entry.source());
            outlet.say(RatingRecords.document(day, Kind.KIND_SUPPLY, entry.token(), json));
        }
    }

    private static String version(String rules) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
