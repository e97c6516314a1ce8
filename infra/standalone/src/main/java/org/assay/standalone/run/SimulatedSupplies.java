package org.assay.standalone.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.simulator.universe.UsualPrices;

/** Circulating supplies for the simulated market: as made up as its prices, and always the same. */
final class SimulatedSupplies {

    private static final double LARGEST_CAP = 1.5e12;
    private static final double STEEPNESS = 1.25;
    private static final MathContext DIGITS = new MathContext(6);

    private SimulatedSupplies() {}

    /**
     * Writes the list of supplies by which a token of rank r is worth 1.5e12 / r^1.25 USD at its usual price.
     *
     * @param since the day from which they hold
     */
    static void write(Path file, LocalDate since) throws IOException {
        UsualPrices prices = UsualPrices.bundled();
        List<String> lines = new ArrayList<>();
        lines.add("token,date,circulating,source");
        List<Token> tokens = TokenDirectory.bundled().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            String id = tokens.get(i).id();
            double cap = LARGEST_CAP / StrictMath.pow(i + 1, STEEPNESS);
            BigDecimal supply = new BigDecimal(cap / prices.price(id)).round(DIGITS);
            lines.add(id + "," + since + "," + supply.toPlainString() + ",simulated");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
