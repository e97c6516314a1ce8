package org.assay.api.venue;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.assay.api.list.PageRequest;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the venue table, by id. */
@Singleton
class VenueStore {

    private final R2dbcOperations database;

    VenueStore(R2dbcOperations database) {
        this.database = database;
    }

    Mono<List<Venue>> list(PageRequest page, Instant now) {
        Select select = Select.of("""
                select id, name, state, streams, stale_streams, markets, frames, trades, quotes, dead_letters, reconnects,
                  open_gaps, last_message_at, detail, as_of from venue""");
        @Nullable List<String> after = page.after();
        if (after != null) {
            select.where("id > ?", after.getFirst());
        }
        select.then("order by id limit ?", page.fetch());
        return select.list(database, row -> Venue.read(row, now));
    }
}
