package org.assay.api.market;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import org.assay.api.list.PageRequest;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the market table, in the order of venue and symbol. */
@Singleton
class MarketStore {

    private final R2dbcOperations database;

    MarketStore(R2dbcOperations database) {
        this.database = database;
    }

    Mono<List<Market>> list(MarketQuery query, PageRequest page) {
        Select select = Select.of("""
                select venue, symbol, base_asset, quote_asset, base_token, quote_token, unresolved_reason, state,
                  streamed, price_increment, amount_increment, updated_at from market""");
        query.venue().ifPresent(venue -> select.where("venue = ?", venue));
        query.token().ifPresent(token -> select.where("base_token = ?", token));
        query.quote()
                .ifPresent(quote -> select.where("upper(quote_asset) = upper(?) or quote_token = ?", quote, quote));
        query.state().ifPresent(state -> select.where("state = ?", state));
        query.streamed().ifPresent(flag -> select.where("streamed = ?", flag));
        query.resolved()
                .ifPresent(flag -> select.where("(base_token is not null and quote_token is not null) = ?", flag));
        @Nullable List<String> after = page.after();
        if (after != null) {
            select.where("(venue, symbol) > (?, ?)", after.get(0), after.get(1));
        }
        select.then("order by venue, symbol limit ?", page.fetch());
        return select.list(database, Market::read);
    }

    static List<String> sortKey(Market market) {
        return List.of(market.venue(), market.symbol());
    }
}
