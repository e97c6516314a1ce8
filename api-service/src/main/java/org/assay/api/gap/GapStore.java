package org.assay.api.gap;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.assay.api.list.PageRequest;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the gap table, the newest found first. */
@Singleton
class GapStore {

    private final R2dbcOperations database;

    GapStore(R2dbcOperations database) {
        this.database = database;
    }

    Mono<List<Gap>> list(GapQuery query, PageRequest page) {
        Select select = Select.of("""
                select id, venue, symbol, channel, cause, status, from_time, to_time, from_trade_id, to_trade_id, missing,
                  found_at, closed_at, filled_trades, reason from gap""");
        query.venue().ifPresent(venue -> select.where("venue = ?", venue));
        query.market().ifPresent(market -> select.where("venue = ? and symbol = ?", market.venue(), market.symbol()));
        query.status().ifPresent(status -> select.where("status = ?", status));
        query.cause().ifPresent(cause -> select.where("cause = ?", cause));
        query.range().start().ifPresent(start -> select.where("to_time is null or to_time > ?", start));
        query.range().end().ifPresent(end -> select.where("from_time < ?", end));
        @Nullable List<String> after = page.after();
        if (after != null) {
            Instant foundAt = Instant.parse(after.get(0));
            select.where("found_at <= ? and (found_at < ? or id > ?)", foundAt, foundAt, after.get(1));
        }
        select.then("order by found_at desc, id limit ?", page.fetch());
        return select.list(database, Gap::read);
    }

    static List<String> sortKey(Gap gap) {
        return List.of(gap.foundAt().toString(), gap.id());
    }
}
