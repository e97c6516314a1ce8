package org.assay.signals.sink.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Parser;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.events.topic.Topic;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.RatingDocument.Kind;
import org.assay.signals.sink.SinkFailure;
import org.assay.signals.sink.postgres.ArrayInsert;
import org.assay.signals.sink.postgres.Column;
import org.assay.signals.sink.postgres.SinkRecord;
import org.assay.signals.sink.postgres.TableWriter;

/** Documents of ratings: each kind has a table of its own. */
@Singleton
final class RatingDocumentTable implements TableWriter<RatingDocument> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Column<RatingDocument> TOKEN = new Column.Text<>("token", RatingDocument::getSubject);
    private static final Column<RatingDocument> GRADE_KIND = new Column.Text<>("kind", RatingDocument::getGradeKind);
    private static final Column<RatingDocument> CADENCE = new Column.Text<>("cadence", RatingDocument::getCadence);
    private static final Column<RatingDocument> VALID_AT = new Column.Time<>("valid_at", RatingDocument::getValidAtUs);
    private static final Column<RatingDocument> MODEL = new Column.Text<>("model", RatingDocument::getModel);
    private static final Column<RatingDocument> DOCUMENT =
            new Column.Cast<>("document", "jsonb", RatingDocument::getJson);

    private static final VersionedInsert<RatingDocument> EXPLANATION =
            versioned("grade_explanation", List.of(TOKEN, GRADE_KIND, CADENCE, VALID_AT), List.of(MODEL, DOCUMENT));
    private static final VersionedInsert<RatingDocument> CROSS_SECTION =
            versioned("grade_cross_section", List.of(GRADE_KIND, CADENCE, VALID_AT), List.of(MODEL, DOCUMENT));
    private static final VersionedInsert<RatingDocument> QUANT = ofToken("quant_metric");
    private static final VersionedInsert<RatingDocument> CORRELATION = ofToken("correlation");
    private static final VersionedInsert<RatingDocument> LEVEL = ofToken("price_level");
    private static final VersionedInsert<RatingDocument> FORECAST = ofToken("forecast");
    private static final VersionedInsert<RatingDocument> MARKET =
            versioned("market_regime", List.of(VALID_AT), List.of(field("regime", "text", "/state/regime"), DOCUMENT));
    private static final VersionedInsert<RatingDocument> SCORECARD = versioned(
            "scorecard",
            List.of(
                    new Column.Text<>("kind", RatingDocument::getScorecard),
                    new Column.Text<>("subject", RatingDocument::getSubject),
                    VALID_AT),
            List.of(DOCUMENT));
    private static final VersionedInsert<RatingDocument> SUPPLY = versioned(
            "token_supply",
            List.of(TOKEN, VALID_AT),
            List.of(field("circulating", "numeric", "/circulating"), field("source", "text", "/source")));
    private static final VersionedInsert<RatingDocument> RUN = versioned(
            "rating_run",
            List.of(CADENCE, VALID_AT),
            List.of(
                    MODEL,
                    field("tokens", "integer", "/tokens"),
                    field("graded", "integer", "/graded"),
                    field("input_digest", "bytea", "/input_digest"),
                    field("state", "jsonb", "/state")));
    private static final VersionedInsert<RatingDocument> RULES = VersionedInsert.of(
            "rating_rules",
            List.of(new Column.Text<>("subject", RatingDocument::getSubject)),
            List.of(new Column.Cast<>("rules", "jsonb", RatingDocument::getJson)),
            document -> List.of(document.getSubject()),
            RatingDocument::getKnownAtUs,
            RatingDocument::getDigest);
    private static final ArrayInsert<RatingDocument> LOADED = new ArrayInsert<>(
            "rating_model",
            List.of(
                    new Column.Text<>("version", RatingDocument::getSubject),
                    field("provenance", "jsonb", "/provenance"),
                    field("inputs", "jsonb", "/inputs"),
                    new Column.Time<>("loaded_at", RatingDocument::getKnownAtUs)),
            "on conflict do nothing");
    private static final ArrayInsert<RatingDocument> DEFINITION = new ArrayInsert<>(
            "index_definition",
            List.of(
                    new Column.Text<>("id", RatingDocument::getSubject),
                    field("version", "text", "/version"),
                    new Column.Time<>("known_at", RatingDocument::getKnownAtUs),
                    field("name", "text", "/name"),
                    field("description", "text", "/description"),
                    field("rules", "jsonb", "/rules")),
            "on conflict do nothing");

    private static VersionedInsert<RatingDocument> ofToken(String table) {
        return versioned(table, List.of(TOKEN, VALID_AT), List.of(DOCUMENT));
    }

    private static VersionedInsert<RatingDocument> versioned(
            String table, List<Column<RatingDocument>> key, List<Column<RatingDocument>> rest) {
        return VersionedInsert.of(
                table,
                key,
                rest,
                document -> List.of(
                        document.getSubject(),
                        document.getGradeKind(),
                        document.getCadence(),
                        document.getScorecard(),
                        document.getValidAtUs()),
                RatingDocument::getKnownAtUs,
                RatingDocument::getDigest);
    }

    /** A part of the document as a column. */
    private static Column<RatingDocument> field(String name, String type, String pointer) {
        return new Column.Cast<>(name, type, document -> {
            JsonNode part = tree(document).at(pointer);
            return part.isValueNode() ? part.asText() : part.toString();
        });
    }

    private static JsonNode tree(RatingDocument document) {
        try {
            return JSON.readTree(document.getJson());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public String name() {
        return "rating-documents";
    }

    @Override
    public Topic topic() {
        return Topic.RATING_DOCUMENTS;
    }

    @Override
    public Parser<RatingDocument> parser() {
        return RatingDocument.parser();
    }

    @Override
    public Optional<SinkFailure.Rejected> refusal(RatingDocument document) {
        return document.getKind() == Kind.KIND_UNSPECIFIED || document.getKind() == Kind.UNRECOGNIZED
                ? Refusal.unknownValue("kind", document.getKind().name())
                : Refusal.ofTimes(document.getValidAtUs(), document.getKnownAtUs());
    }

    @Override
    public void prepare(List<SinkRecord<RatingDocument>> batch) {
        // Rows of these tables need nothing but themselves.
    }

    @Override
    public int write(Connection connection, List<SinkRecord<RatingDocument>> batch) throws SQLException {
        Map<Kind, List<RatingDocument>> byKind = new EnumMap<>(Kind.class);
        for (SinkRecord<RatingDocument> record : batch) {
            byKind.computeIfAbsent(record.message().getKind(), _ -> new ArrayList<>())
                    .add(record.message());
        }
        int written = 0;
        // In the order of kinds: the mark of a finished run comes after everything else of it.
        for (Map.Entry<Kind, List<RatingDocument>> entry : byKind.entrySet()) {
            written += write(connection, entry.getKey(), entry.getValue());
        }
        return written;
    }

    private static int write(Connection connection, Kind kind, List<RatingDocument> documents) throws SQLException {
        return switch (kind) {
            case KIND_EXPLANATION -> EXPLANATION.execute(connection, documents);
            case KIND_CROSS_SECTION -> CROSS_SECTION.execute(connection, documents);
            case KIND_QUANT -> QUANT.execute(connection, documents);
            case KIND_CORRELATION -> CORRELATION.execute(connection, documents);
            case KIND_LEVEL -> LEVEL.execute(connection, documents);
            case KIND_FORECAST -> FORECAST.execute(connection, documents);
            case KIND_MARKET -> MARKET.execute(connection, documents);
            case KIND_SCORECARD -> SCORECARD.execute(connection, documents);
            case KIND_MODEL -> LOADED.execute(connection, documents);
            case KIND_INDEX_DEFINITION -> DEFINITION.execute(connection, documents);
            case KIND_SUPPLY -> SUPPLY.execute(connection, documents);
            case KIND_RUN -> RUN.execute(connection, documents);
            case KIND_RULES -> RULES.execute(connection, documents);
            case KIND_UNSPECIFIED, UNRECOGNIZED -> 0;
        };
    }
}
