package org.assay.signals.rating.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assay.events.v1.Grade;
import org.assay.events.v1.IndexChange;
import org.assay.events.v1.IndexDay;
import org.assay.events.v1.IndexHolding;
import org.assay.events.v1.IndexRebalance;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.Signal;
import org.assay.events.v1.SubScore;
import org.assay.ratings.feature.FeatureGroup;
import org.assay.ratings.grade.GradeKind;
import org.assay.ratings.grade.GradeOutcome;
import org.assay.ratings.index.Holding;
import org.assay.ratings.index.IndexLevel;
import org.assay.ratings.index.IndexState;
import org.assay.ratings.index.LedgerEntry;
import org.assay.ratings.index.RebalanceRecord;
import org.assay.ratings.market.MarketRegime;
import org.assay.ratings.signal.SignalChange;
import org.assay.ratings.signal.SignalState;
import org.assay.ratings.signal.SignalStep;
import org.jspecify.annotations.Nullable;

/** Makes records of the model's results. The digest of each covers what it says and when it is valid, not when it was said. */
public final class RatingRecords {

    private RatingRecords() {}

    /** A word of the model as it is written in records. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A grade, or why there is none.
     *
     * @param price the close that it was made from, NaN where there was none
     */
    public static Grade grade(
            Moment moment, String token, GradeKind kind, boolean inUniverse, GradeOutcome outcome, double price) {
        Grade.Builder grade = Grade.newBuilder()
                .setToken(token)
                .setKind(word(kind))
                .setCadence(moment.cadence())
                .setValidAtUs(moment.validAtUs())
                .setModel(moment.model())
                .setInUniverse(inUniverse);
        if (!Double.isNaN(price)) {
            grade.setPrice(price);
        }
        switch (outcome) {
            case GradeOutcome.Ungraded ungraded ->
                grade.setReason(ungraded.reason().code());
            case GradeOutcome.Graded graded -> {
                grade.setGrade(graded.grade())
                        .setGradeClass(word(graded.gradeClass()))
                        .setScore(graded.score())
                        .setStanding(graded.standing())
                        .setSmoothed(graded.smoothed());
                graded.change24h().ifPresent(grade::setChange24H);
                graded.momentum().ifPresent(label -> grade.setMomentum(word(label)));
            }
        }
        // Parts are left out of the digest: they follow from the score's inputs, and rows of earlier versions lack
        // them.
        grade.setDigest(sha256(grade.build()));
        if (outcome instanceof GradeOutcome.Graded graded) {
            for (Map.Entry<FeatureGroup, Double> part : new TreeMap<>(graded.subScores()).entrySet()) {
                grade.addSubScores(
                        SubScore.newBuilder().setGroup(word(part.getKey())).setValue(part.getValue()));
            }
        }
        return grade.setKnownAtUs(moment.knownAtUs()).build();
    }

    /** The same grade with another change over 24 hours, absent where it is NaN. */
    public static Grade withChange(Grade grade, double change) {
        Grade.Builder changed = grade.toBuilder()
                .clearChange24H()
                .clearKnownAtUs()
                .clearDigest()
                .clearSubScores();
        if (!Double.isNaN(change)) {
            changed.setChange24H(change);
        }
        return changed.setDigest(sha256(changed.build()))
                .setKnownAtUs(grade.getKnownAtUs())
                .addAllSubScores(grade.getSubScoresList())
                .build();
    }

    /**
     * A signal after a period.
     *
     * @param before the state before
     * @param grade NaN when there was none; likewise the others
     */
    public static Signal signal(
            Moment moment,
            String token,
            SignalState before,
            SignalStep step,
            double grade,
            double trend,
            double price) {
        Signal.Builder signal = Signal.newBuilder()
                .setToken(token)
                .setCadence(moment.cadence())
                .setValidAtUs(moment.validAtUs())
                .setModel(moment.model())
                .setValue(step.state().position().value())
                .setPrevious(before.position().value())
                .setHeld(step.state().held())
                .setMissing(step.state().missing());
        @Nullable SignalChange change = step.change();
        if (change != null) {
            signal.setReason(word(change.reason()));
        }
        if (!Double.isNaN(grade)) {
            signal.setGrade(grade);
        }
        if (!Double.isNaN(trend)) {
            signal.setTrend(trend);
        }
        if (!Double.isNaN(price)) {
            signal.setPrice(price);
        }
        return signal.setDigest(sha256(signal.build()))
                .setKnownAtUs(moment.knownAtUs())
                .build();
    }

    /**
     * An index after a day.
     *
     * @param level null before it begins
     * @param reason why it has not begun; empty when it has
     */
    public static IndexDay index(
            Moment moment,
            IndexState state,
            @Nullable IndexLevel level,
            String reason,
            MarketRegime regime,
            List<RebalanceRecord> trades) {
        IndexDay.Builder day = IndexDay.newBuilder()
                .setIndexId(state.indexId())
                .setValidAtUs(moment.validAtUs())
                .setReason(reason)
                .setRegime(word(regime))
                .setDefensive(state.defensive());
        if (level != null) {
            day.setLevel(level.level()).setHeldAtLastPrint(level.heldAtLastPrint());
            for (Holding holding : state.holdings()) {
                day.addHoldings(IndexHolding.newBuilder()
                        .setToken(holding.symbol())
                        .setUnits(holding.units())
                        .setPrice(holding.price())
                        .setPricedOnDay(holding.pricedOn().toEpochDay())
                        .setWeight(holding.value() / level.level()));
            }
        }
        trades.forEach(trade -> day.addRebalances(rebalance(trade)));
        return day.setDigest(sha256(day.build()))
                .setKnownAtUs(moment.knownAtUs())
                .build();
    }

    private static IndexRebalance rebalance(RebalanceRecord trade) {
        IndexRebalance.Builder record = IndexRebalance.newBuilder()
                .setTrigger(word(trade.trigger()))
                .setDecidedOnDay(trade.decidedOn().toEpochDay())
                .setExecutedOnDay(trade.executedOn().toEpochDay())
                .setLevelBefore(trade.levelBefore())
                .setLevelAfter(trade.levelAfter())
                .setTurnover(trade.turnover())
                .setCost(trade.cost());
        for (LedgerEntry entry : trade.entries()) {
            record.addEntries(IndexChange.newBuilder()
                    .setToken(entry.symbol())
                    .setOldUnits(entry.oldUnits())
                    .setNewUnits(entry.newUnits())
                    .setOldWeight(entry.oldWeight())
                    .setNewWeight(entry.newWeight())
                    .setPrice(entry.price())
                    .setReason(word(entry.reason()))
                    .setText(entry.text()));
        }
        return record.build();
    }

    /** A document about a subject. */
    public static RatingDocument document(Moment moment, RatingDocument.Kind kind, String subject, ObjectNode json) {
        return finish(
                moment,
                RatingDocument.newBuilder().setKind(kind).setSubject(subject).setJson(json.toString()));
    }

    /** A document about grades of one kind and cadence. */
    public static RatingDocument ofGrades(
            Moment moment, RatingDocument.Kind kind, GradeKind grades, String subject, ObjectNode json) {
        return finish(
                moment,
                RatingDocument.newBuilder()
                        .setKind(kind)
                        .setSubject(subject)
                        .setGradeKind(word(grades))
                        .setCadence(moment.cadence())
                        .setModel(moment.model())
                        .setJson(json.toString()));
    }

    /** A scorecard. */
    public static RatingDocument scorecard(Moment moment, String scorecard, String subject, ObjectNode json) {
        return finish(
                moment,
                RatingDocument.newBuilder()
                        .setKind(RatingDocument.Kind.KIND_SCORECARD)
                        .setScorecard(scorecard)
                        .setSubject(subject)
                        .setJson(json.toString()));
    }

    /** The rules of a subject. They hold from when they are known on, so that saying them again says nothing new. */
    public static RatingDocument rules(Moment moment, String subject, ObjectNode json) {
        RatingDocument.Builder document = RatingDocument.newBuilder()
                .setKind(RatingDocument.Kind.KIND_RULES)
                .setSubject(subject)
                .setJson(json.toString());
        return document.setDigest(sha256(document.build()))
                .setValidAtUs(moment.knownAtUs())
                .setKnownAtUs(moment.knownAtUs())
                .build();
    }

    /** The mark of a finished run. */
    public static RatingDocument run(Moment moment, ObjectNode json) {
        return finish(
                moment,
                RatingDocument.newBuilder()
                        .setKind(RatingDocument.Kind.KIND_RUN)
                        .setCadence(moment.cadence())
                        .setModel(moment.model())
                        .setJson(json.toString()));
    }

    private static RatingDocument finish(Moment moment, RatingDocument.Builder document) {
        document.setValidAtUs(moment.validAtUs());
        return document.setDigest(sha256(document.build()))
                .setKnownAtUs(moment.knownAtUs())
                .build();
    }

    private static ByteString sha256(MessageLite message) {
        try {
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(message.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
