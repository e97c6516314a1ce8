package org.assay.events.compatibility;

import com.google.protobuf.ByteString;
import org.assay.events.v1.Grade;
import org.assay.events.v1.IndexChange;
import org.assay.events.v1.IndexDay;
import org.assay.events.v1.IndexHolding;
import org.assay.events.v1.IndexRebalance;
import org.assay.events.v1.RatingDocument;
import org.assay.events.v1.Signal;
import org.assay.events.v1.SubScore;

/** Filled examples of the ratings' records. */
final class SampleRatings {

    private static final long MIDNIGHT_US = 1_767_225_600_000_000L;
    private static final ByteString DIGEST = ByteString.fromHex("00ff10");

    private SampleRatings() {}

    static Grade grade() {
        return Grade.newBuilder()
                .setToken("ethereum")
                .setKind("trader")
                .setCadence("daily")
                .setValidAtUs(MIDNIGHT_US)
                .setKnownAtUs(MIDNIGHT_US + 120_000_000)
                .setModel("2021.12-1")
                .setGrade(71.25)
                .setReason("excluded")
                .setGradeClass("strong")
                .setMomentum("gaining")
                .setChange24H(-2.5)
                .setScore(0.31)
                .setStanding(0.7125)
                .setSmoothed(0.68)
                .addSubScores(SubScore.newBuilder().setGroup("trend").setValue(55.5))
                .setInUniverse(true)
                .setPrice(3120.45)
                .setDigest(DIGEST)
                .build();
    }

    static Signal signal() {
        return Signal.newBuilder()
                .setToken("ethereum")
                .setCadence("hourly")
                .setValidAtUs(MIDNIGHT_US)
                .setKnownAtUs(MIDNIGHT_US + 120_000_000)
                .setModel("2021.12-1")
                .setValue(-1)
                .setReason("grade_low_in_downtrend")
                .setPrevious(1)
                .setHeld(3)
                .setMissing(2)
                .setGrade(20.5)
                .setTrend(-0.04)
                .setPrice(3120.45)
                .setDigest(DIGEST)
                .build();
    }

    static IndexDay indexDay() {
        return IndexDay.newBuilder()
                .setIndexId("top-10")
                .setValidAtUs(MIDNIGHT_US)
                .setKnownAtUs(MIDNIGHT_US + 120_000_000)
                .setLevel(1012.5)
                .setReason("no_market_caps")
                .setRegime("bull")
                .setDefensive(true)
                .setHeldAtLastPrint(1)
                .addHoldings(IndexHolding.newBuilder()
                        .setToken("ethereum")
                        .setUnits(0.02)
                        .setPrice(3120.45)
                        .setPricedOnDay(20_453)
                        .setWeight(0.0616))
                .addRebalances(IndexRebalance.newBuilder()
                        .setTrigger("schedule")
                        .setDecidedOnDay(20_452)
                        .setExecutedOnDay(20_453)
                        .setLevelBefore(1013)
                        .setLevelAfter(1012.5)
                        .setTurnover(0.25)
                        .setCost(0.5)
                        .addEntries(IndexChange.newBuilder()
                                .setToken("ethereum")
                                .setOldUnits(0.01)
                                .setNewUnits(0.02)
                                .setOldWeight(0.03)
                                .setNewWeight(0.0616)
                                .setPrice(3120.45)
                                .setReason("reweighted")
                                .setText("rank 2 by market_cap")))
                .setDigest(DIGEST)
                .build();
    }

    static RatingDocument document() {
        return RatingDocument.newBuilder()
                .setKind(RatingDocument.Kind.KIND_EXPLANATION)
                .setSubject("ethereum")
                .setGradeKind("trader")
                .setCadence("daily")
                .setScorecard("signals")
                .setValidAtUs(MIDNIGHT_US)
                .setKnownAtUs(MIDNIGHT_US + 120_000_000)
                .setModel("2021.12-1")
                .setJson("{\"score\":0.31}")
                .setDigest(DIGEST)
                .build();
    }
}
