package org.assay.signals.rating.daily;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assay.events.v1.RatingDocument.Kind;
import org.assay.ratings.correlation.Correlations;
import org.assay.ratings.forecast.Calibration;
import org.assay.ratings.forecast.CoverageReport;
import org.assay.ratings.forecast.ForecastModel;
import org.assay.ratings.forecast.ForecastSettings;
import org.assay.ratings.forecast.HorizonRules;
import org.assay.ratings.grade.GradeKind;
import org.assay.ratings.level.LevelSettings;
import org.assay.ratings.level.PriceLevels;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.quant.EqualWeightedMarket;
import org.assay.ratings.quant.QuantAnalysis;
import org.assay.ratings.quant.QuantSettings;
import org.assay.ratings.scorecard.GradeScoring;
import org.assay.ratings.scorecard.ScorecardSettings;
import org.assay.ratings.scorecard.SignalScorecard;
import org.assay.ratings.scorecard.SignalScoring;
import org.assay.ratings.scorecard.TokenScore;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.TokenCatalogue;
import org.assay.signals.rating.record.Moment;
import org.assay.signals.rating.record.RatingJson;
import org.assay.signals.rating.record.RatingRecords;

/** Quant figures, correlations, price levels, forecasts and scorecards after the last day of a panel. */
final class DayDocuments {

    private static final List<Integer> CORRELATION_DAYS = List.of(30, 90, 365);
    private static final int COVERAGE_STEP = 7;
    private static final String BITCOIN = "bitcoin";

    private final Panel panel;
    private final Grid member;
    private final RatingMemory memory;
    private final TokenCatalogue catalogue;

    DayDocuments(DayPanel day, RatingMemory memory, TokenCatalogue catalogue) {
        this.panel = day.panel();
        this.member = day.member();
        this.memory = memory;
        this.catalogue = catalogue;
    }

    /** Says them all; tokens without a close of the day have none but their scorecard. */
    void say(int epochDay, Moment moment, Outlet outlet) {
        int day = panel.index(LocalDate.ofEpochDay(epochDay));
        quant(day, moment, outlet);
        correlations(day, moment, outlet);
        levels(day, moment, outlet);
        forecasts(day, moment, outlet);
        grades(moment, outlet);
        signals(moment, outlet);
    }

    private void quant(int day, Moment moment, Outlet outlet) {
        QuantSettings settings = QuantSettings.defaults();
        int btc = panel.token(BITCOIN);
        double[] bitcoin = new double[panel.days()];
        Arrays.fill(bitcoin, Double.NaN);
        QuantAnalysis analysis = new QuantAnalysis(
                panel.firstDay(),
                btc < 0 ? bitcoin : QuantAnalysis.returns(series(panel.close(), btc), settings.carryDays()),
                EqualWeightedMarket.returns(panel.close(), member),
                settings);
        for (int token = 0; token < panel.tokens(); token++) {
            if (panel.close().has(token, day)) {
                outlet.say(RatingRecords.document(
                        moment,
                        Kind.KIND_QUANT,
                        id(token),
                        RatingJson.object(analysis.report(series(panel.close(), token), day))));
            }
        }
    }

    private void correlations(int day, Moment moment, Outlet outlet) {
        Correlations correlations = new Correlations(panel.firstDay(), panel.symbols(), panel.close());
        for (int token = 0; token < panel.tokens(); token++) {
            if (panel.close().has(token, day)) {
                ObjectNode json = RatingJson.object();
                ArrayNode windows = json.putArray("windows");
                for (int window : CORRELATION_DAYS) {
                    windows.add(RatingJson.tree(correlations.report(token, day, window, member)));
                }
                outlet.say(RatingRecords.document(moment, Kind.KIND_CORRELATION, id(token), json));
            }
        }
    }

    private void levels(int day, Moment moment, Outlet outlet) {
        LevelSettings settings = LevelSettings.defaults();
        PriceLevels levels = new PriceLevels(panel.firstDay(), settings);
        for (int token = 0; token < panel.tokens(); token++) {
            if (panel.close().has(token, day)) {
                ObjectNode json = RatingJson.object(levels.report(
                        series(panel.high(), token), series(panel.low(), token), series(panel.close(), token), day));
                json.set("settings", RatingJson.tree(settings));
                outlet.say(RatingRecords.document(moment, Kind.KIND_LEVEL, id(token), json));
            }
        }
    }

    private void forecasts(int day, Moment moment, Outlet outlet) {
        ForecastSettings settings = ForecastSettings.defaults();
        ForecastModel model = new ForecastModel(panel.firstDay(), panel.symbols(), panel.close(), member, settings);
        List<Calibration> calibrations = settings.horizons().stream()
                .map((HorizonRules horizon) -> model.calibration(horizon, day))
                .toList();
        for (int token = 0; token < panel.tokens(); token++) {
            int of = token;
            if (panel.close().has(token, day)
                    && catalogue.exclusions().find(id(token)).isEmpty()) {
                ObjectNode json = RatingJson.object();
                json.put("close", panel.close().get(token, day));
                json.set(
                        "horizons",
                        RatingJson.tree(calibrations.stream()
                                .map(calibration -> model.forecast(of, calibration))
                                .toList()));
                outlet.say(RatingRecords.document(moment, Kind.KIND_FORECAST, id(token), json));
            }
        }
        ObjectNode coverage = RatingJson.object().put("step_days", COVERAGE_STEP);
        coverage.set("settings", RatingJson.tree(settings));
        coverage.set("rows", RatingJson.tree(CoverageReport.of(model, 0, day + 1, COVERAGE_STEP)));
        outlet.say(RatingRecords.scorecard(moment, "forecast", "", coverage));
    }

    private void grades(Moment moment, Outlet outlet) {
        ScorecardSettings settings = ScorecardSettings.defaults();
        for (GradeKind kind : GradeKind.values()) {
            GradeScoring scoring =
                    new GradeScoring(panel.firstDay(), panel.symbols(), panel.close(), memory.grades(kind, panel));
            ObjectNode json = RatingJson.object();
            json.set("settings", RatingJson.tree(settings));
            json.set("said_when_due_from", RatingJson.tree(memory.saidWhenDueFrom()));
            json.set("rows", RatingJson.tree(scoring.buckets(0, panel.days(), settings)));
            outlet.say(RatingRecords.scorecard(moment, RatingRecords.word(kind), "", json));
        }
    }

    private void signals(Moment moment, Outlet outlet) {
        SignalScorecard scorecard = SignalScoring.of(
                panel.firstDay(), panel.symbols(), panel.close(), memory.signals(panel), ScorecardSettings.defaults());
        ObjectNode json = RatingJson.object(scorecard);
        json.remove("scores");
        json.set("said_when_due_from", RatingJson.tree(memory.saidWhenDueFrom()));
        outlet.say(RatingRecords.scorecard(moment, "signals", "", json));
        for (TokenScore score : scorecard.scores()) {
            outlet.say(RatingRecords.scorecard(moment, "signals", score.symbol(), RatingJson.object(score)));
        }
    }

    private String id(int token) {
        return panel.symbols().get(token);
    }

    private double[] series(Grid grid, int token) {
        return Arrays.copyOfRange(grid.values(), grid.offset(token), grid.offset(token) + grid.days());
    }
}
