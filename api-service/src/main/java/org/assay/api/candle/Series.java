package org.assay.api.candle;

/** Whose candles. */
sealed interface Series {

    /** As in paths and answers. */
    String id();

    /** A token over all venues, in USD. */
    record OfToken(String id) implements Series {}

    /** One market of one venue, in quote units. */
    record OfMarket(String venue, String symbol) implements Series {
        @Override
        public String id() {
            return venue + ":" + symbol;
        }
    }
}
