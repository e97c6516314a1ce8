package org.assay.signals.price;

import java.math.BigDecimal;

/**
 * What one unit of a quote asset is worth.
 *
 * @param usd above 0
 * @param basis how it is known
 */
public record Rate(BigDecimal usd, Basis basis) {

    static final Rate DOLLAR = new Rate(BigDecimal.ONE, Basis.USD);
    static final Rate PEG = new Rate(BigDecimal.ONE, Basis.ASSUMED_PEG);

    /** How a rate is known. */
    public enum Basis {
        /** The quote asset is the dollar. */
        USD("usd", 0),
        /** From trades of the quote asset. */
        REFERENCE_PRICE("reference_price", 1),
        /** No trade of the quote asset, or of one on the way to the dollar, is known: its peg of 1 is assumed. */
        ASSUMED_PEG("assumed_peg", 2);

        private final String code;
        private final int number;

        Basis(String code, int number) {
            this.code = code;
            this.number = number;
        }

        /** The number that stands for it in stored state. */
        int number() {
            return number;
        }

        static Basis ofNumber(long number) {
            for (Basis basis : values()) {
                if (basis.number == number) {
                    return basis;
                }
            }
            throw new IllegalStateException("No basis of rates has the number " + number);
        }

        /** The name in events and the API. */
        public String code() {
            return code;
        }
    }
}
