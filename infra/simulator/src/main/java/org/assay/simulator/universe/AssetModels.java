package org.assay.simulator.universe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.simulator.path.Deviation;
import org.assay.simulator.path.FactorPath;
import org.assay.simulator.path.FactorPath.Shape;
import org.assay.simulator.path.Hash;
import org.assay.simulator.universe.AssetModel.Loading;

/**
 * Says what moves each asset: one market factor for all, a factor of its own for most, that of the underlying for a
 * wrapped one, gold for tokenised gold, and next to nothing for a stablecoin.
 */
final class AssetModels {

    private static final double EURO_PRICE = 1.12;
    private static final int MARKET = 0;
    private static final int GOLD = 1;
    private static final int EURO = 2;

    private final TokenDirectory directory;
    private final UsualPrices prices = UsualPrices.bundled();
    private final long seed;
    private final long epochDay;
    private final List<FactorPath> factors = new ArrayList<>();
    private final List<AssetModel> models = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    AssetModels(TokenDirectory directory, long seed, long epochDay) {
        this.directory = directory;
        this.seed = seed;
        this.epochDay = epochDay;
        addFactor("market", new Shape(0.021, 0.02, 0.05, 0.004, true));
        addFactor("gold", Shape.quiet(0.009));
        addFactor("euro", Shape.quiet(0.004));
        places.put("fiat:USD", add(AssetModel.of(1, List.of(), Deviation.NONE)));
        places.put("fiat:EUR", add(AssetModel.of(EURO_PRICE, List.of(new Loading(EURO, 1)), Deviation.NONE)));
    }

    List<FactorPath> factors() {
        return factors;
    }

    List<AssetModel> models() {
        return models;
    }

    double usualPrice(int model) {
        return models.get(model).basePrice();
    }

    /** The model of an asset by its id; made when first asked for. */
    int place(String assetId) {
        Integer known = places.get(assetId);
        if (known != null) {
            return known;
        }
        Token token = directory
                .find(assetId)
                .orElseThrow(() -> new IllegalArgumentException("No token " + assetId + " in the directory"));
        int place = add(model(token));
        places.put(assetId, place);
        return place;
    }

    private AssetModel model(Token token) {
        long own = Hash.of(seed, token.id());
        if (token.stablecoin()) {
            AssetModel peg = models.get(token.pegCurrency().orElse("USD").equals("EUR") ? euro() : usd());
            return peg.scaled(1, new Deviation(own, 0.0008));
        }
        String wraps = token.wraps();
        if (token.wrapped() && wraps != null && directory.find(wraps).isPresent()) {
            AssetModel underlying = models.get(place(wraps));
            double ratio = prices.knows(token.id()) && prices.knows(wraps)
                    ? prices.price(token.id()) / prices.price(wraps)
                    : 1;
            return underlying.scaled(ratio, new Deviation(own, 0.0006));
        }
        if (token.categories().contains("tokenized-gold")) {
            return AssetModel.of(prices.price(token.id()), List.of(new Loading(GOLD, 1)), new Deviation(own, 0.001));
        }
        OptionalDouble quiet = prices.quietVolatility(token.id());
        if (quiet.isPresent()) {
            int factor = addFactor(token.id(), Shape.quiet(quiet.getAsDouble()));
            return AssetModel.of(prices.price(token.id()), List.of(new Loading(factor, 1)), Deviation.NONE);
        }
        return ordinary(token, own);
    }

    private AssetModel ordinary(Token token, long own) {
        boolean bitcoin = token.id().equals("bitcoin");
        boolean major = models.size() < 20;
        double volatility = bitcoin ? 0.005 : (major ? 0.014 : 0.025) + 0.02 * Hash.unit(Hash.of(own, 1));
        double beta = bitcoin ? 1 : 0.8 + 0.6 * Hash.unit(Hash.of(own, 2));
        int factor = addFactor(token.id(), new Shape(volatility, 0.03, 4 * volatility, 0.004, false));
        return AssetModel.of(
                prices.price(token.id()), List.of(new Loading(MARKET, beta), new Loading(factor, 1)), Deviation.NONE);
    }

    private int usd() {
        return place("fiat:USD");
    }

    private int euro() {
        return place("fiat:EUR");
    }

    private int addFactor(String name, Shape shape) {
        factors.add(new FactorPath(Hash.of(seed, "factor " + name), epochDay, shape));
        return factors.size() - 1;
    }

    private int add(AssetModel model) {
        models.add(model);
        return models.size() - 1;
    }
}
