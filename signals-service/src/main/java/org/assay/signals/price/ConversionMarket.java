package org.assay.signals.price;

import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;

/** A market that prices a quote asset, and the decayed price of its trades. */
record ConversionMarket(String venue, String symbol, String base, String quote, DecayedPrice price) {

    byte[] write(StateWriter out) {
        out.text(venue).text(symbol).text(base).text(quote);
        price.write(out);
        return out.take();
    }

    static ConversionMarket read(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        return new ConversionMarket(in.text(), in.text(), in.text(), in.text(), DecayedPrice.read(in));
    }
}
