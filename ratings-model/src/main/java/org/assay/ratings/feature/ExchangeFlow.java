package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Window;

/** Whether coins move to exchanges, to be sold, or away. */
record ExchangeFlow(int days) implements Feature {

    @Override
    public String id() {
        return "exchange_flow" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.CHAIN;
    }

    @Override
    public String definition() {
        return "sum of the net flow to exchanges over market cap, " + days + " days";
    }

    @Override
    public String source() {
        return "custom of on-chain analysis";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return days;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.MARKET_CAP, FeatureInput.CHAIN);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid flow = Grids.rolling(
                context, ChainColumn.EXCHANGE_NET_FLOW.of(context), new Window(days, days * 2 / 3), Statistics::sum);
        return Grids.ratio(flow, context.panel().marketCap());
    }
}
