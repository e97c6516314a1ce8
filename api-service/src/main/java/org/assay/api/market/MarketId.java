package org.assay.api.market;

import java.util.regex.Pattern;
import org.assay.api.problem.FailureException;
import org.assay.api.problem.ProblemCode;

/**
 * Names one market, written {@code venue:symbol}.
 *
 * @param venue lower-case id
 * @param symbol as the venue writes it, for instance {@code BTC/USD}
 */
public record MarketId(String venue, String symbol) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9_-]{0,30}):([^\\p{Cntrl}\\p{Cs}\\s]{1,60})");

    /**
     * Reads {@code text}.
     *
     * @throws FailureException 404 {@code unknown_market} when no market can have this id
     */
    public static MarketId ofPath(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw FailureException.rejected(
                    ProblemCode.UNKNOWN_MARKET,
                    "This is no market id.",
                    "market",
                    "a market id is venue:symbol, for instance kraken:BTC/USD");
        }
        return new MarketId(form.group(1), form.group(2));
    }

    /**
     * Reads the value of a query parameter.
     *
     * @throws FailureException 400 {@code invalid_parameter} when no market can have this id
     */
    public static MarketId ofParameter(String name, String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw FailureException.invalidParameter(name, "is not a market id (venue:symbol, as kraken:BTC/USD)");
        }
        return new MarketId(form.group(1), form.group(2));
    }

    /** The 404 for a market that is not listed. */
    public FailureException unknown() {
        return FailureException.rejected(
                ProblemCode.UNKNOWN_MARKET,
                "No venue lists this market.",
                "market",
                "GET /v1/markets lists the markets; symbols are written as the venue writes them");
    }

    @Override
    public String toString() {
        return venue + ":" + symbol;
    }
}
