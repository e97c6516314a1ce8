package org.assay.ratings.feature;

import java.util.function.Function;
import org.assay.ratings.panel.Grid;

/** A column of {@link ChainData}. */
enum ChainColumn {
    ACTIVE_ADDRESSES("active_addresses", "active addresses", ChainData::activeAddresses),
    TRANSACTIONS("transactions", "transactions", ChainData::transactions),
    TRANSFER_VALUE("transfer_value", "value transferred", ChainData::transferValue),
    FEES("fees", "fees", ChainData::fees),
    EXCHANGE_NET_FLOW("exchange_net_flow", "net flow to exchanges", ChainData::exchangeNetFlow);

    private final String id;
    private final String label;
    private final Function<ChainData, Grid> column;

    ChainColumn(String id, String label, Function<ChainData, Grid> column) {
        this.id = id;
        this.label = label;
        this.column = column;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    /** The column, or nothing but missing values where there are no chain data. */
    Grid of(FeatureContext context) {
        return context.chain()
                .map(column)
                .orElseGet(() ->
                        Grid.missing(context.panel().tokens(), context.panel().days()));
    }
}
