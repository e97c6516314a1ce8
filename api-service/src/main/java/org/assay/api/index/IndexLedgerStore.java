package org.assay.api.index;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.assay.api.bitemporal.History;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.json.JsonDocuments;
import org.assay.api.list.PageRequest;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the trades of an index: of each day those that belong to the level in force. */
@Singleton
class IndexLedgerStore {

    private final R2dbcOperations database;
    private final JsonDocuments documents;

    IndexLedgerStore(R2dbcOperations database, JsonDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    /** The trades of a range, by day and sequence. */
    Mono<List<Rebalance>> list(String index, KnownBy knownBy, History range, PageRequest page) {
        Select select = Select.of("""
                select r.valid_at, r.known_at, r.sequence, r.trigger, to_char(r.decided_on, 'YYYY-MM-DD') as decided_on,
                  to_char(r.executed_on, 'YYYY-MM-DD') as executed_on, r.level_before, r.level_after, r.turnover, r.cost,
                  cast(r.entries as text) as entries
                from index_rebalance r""")
                .then(
                        "join lateral (select known_at from index_level where index_id = r.index_id"
                                + " and valid_at = r.valid_at and known_at <= ? order by known_at desc limit 1) l"
                                + " on l.known_at = r.known_at",
                        knownBy.moment())
                .where("r.index_id = ?", index)
                .where("r.valid_at >= ? and r.valid_at < ?", range.from(), range.to());
        @Nullable List<String> after = page.after();
        if (after != null) {
            Instant validAt = Instant.parse(after.get(0));
            Integer sequence = Integer.valueOf(after.get(1));
            if (range.ascending()) {
                select.where("(r.valid_at, r.sequence) > (?, ?)", validAt, sequence);
            } else {
                select.where("(r.valid_at, r.sequence) < (?, ?)", validAt, sequence);
            }
        }
        if (range.ascending()) {
            select.then("order by r.valid_at, r.sequence limit ?", page.fetch());
        } else {
            select.then("order by r.valid_at desc, r.sequence desc limit ?", page.fetch());
        }
        return select.list(database, row -> Rebalance.read(row, documents));
    }

    static List<String> sortKey(Rebalance trade) {
        return List.of(trade.validAt().toString(), Integer.toString(trade.sequence()));
    }
}
