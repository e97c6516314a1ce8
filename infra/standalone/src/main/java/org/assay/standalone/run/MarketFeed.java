package org.assay.standalone.run;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.ingest.IngestService;
import org.assay.simulator.Simulator;
import org.assay.simulator.SimulatorSettings;
import org.assay.standalone.run.Parts.Stop;
import org.jspecify.annotations.Nullable;

/** Brings market data in from the venues, or from the simulated market in their place. */
final class MarketFeed {

    /** The first day of the simulated market. */
    static final LocalDate FIRST_DAY = SimulatorSettings.defaults(Path.of("")).epoch();

    private static final List<String> VENUES = List.of("binance", "coinbase", "kraken", "bybit", "okx");

    private final Starter starter;
    private final Progress progress;

    MarketFeed(Starter starter, Progress progress) {
        this.starter = starter;
        this.progress = progress;
    }

    /** Starts the ingest workers on the venues. */
    ApplicationContext live(Map<String, Object> settings, @Nullable Path capture) throws Exception {
        Map<String, Object> ingest = new HashMap<>(settings);
        if (capture != null) {
            ingest.put("assay.ingest.capture-directory", capture.toString());
        }
        return starter.start("ingest", Stop.INGEST, () -> IngestService.start(ingest));
    }

    /** Starts the simulated market of {@code folder}, and the ingest workers on it. */
    ApplicationContext simulated(Map<String, Object> settings, @Nullable Path capture, Path folder, int tradesPerSecond)
            throws Exception {
        SimulatorSettings market = SimulatorSettings.defaults(folder).withTradesPerSecond(tradesPerSecond);
        Simulator simulator = starter.start("simulator", Stop.SIMULATOR, () -> Simulator.start(market));
        progress.line("simulator control API at " + simulator.controlBase());
        Map<String, Object> ingest = new HashMap<>(settings);
        // The simulated venues allow that many times what the real ones do.
        ingest.put("assay.ingest.request-budget-factor", market.restGenerosity());
        ingest.put("assay.ingest.asset-codes", simulator.universe().assetCodes());
        for (String venue : VENUES) {
            String endpoint = "assay.ingest.endpoints." + venue;
            ingest.put(endpoint + ".websocket", simulator.webSocketBase(venue).toString());
            ingest.put(endpoint + ".rest", simulator.restBase(venue).toString());
        }
        return live(ingest, capture);
    }
}
