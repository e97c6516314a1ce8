package org.assay.api.scorecard;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.json.JsonDocuments;
import org.assay.api.list.PageRequest;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the scorecards in force at a moment. */
@Singleton
class ScorecardStore {

    private final R2dbcOperations database;
    private final JsonDocuments documents;

    ScorecardStore(R2dbcOperations database, JsonDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    /** A trade; the moment goes with it, so that all pages are of the same one. */
    record TradeEntry(Trade trade, Instant moment) {
        List<String> sortKey() {
            return List.of(moment.toString(), trade.token(), Long.toString(trade.number()));
        }
    }

    /** The scorecard of each kind; of one token where it is named, else of all tokens together. */
    Mono<List<Scorecard>> list(Optional<String> kind, Optional<String> token, Instant at, KnownBy knownBy) {
        Select select = Select.of("""
                select distinct on (kind) kind, subject, valid_at, known_at, cast(document as text) as document
                from scorecard""")
                .where("subject = ?", token.orElse(""))
                .where("valid_at <= ? and known_at <= ?", at, knownBy.moment());
        kind.ifPresent(word -> select.where("kind = ?", word));
        return select.then("order by kind, valid_at desc, known_at desc").list(database, row -> read(row, knownBy));
    }

    /** The trades behind the scorecard of signals, by token and number. */
    Mono<List<TradeEntry>> trades(Optional<String> token, KnownBy asked, PageRequest page) {
        @Nullable List<String> after = page.after();
        KnownBy knownBy = after == null ? asked : asked.at(after.get(0));
        Select select = Select.of("""
                select t.id, s.valid_at, s.known_at, e.number, cast(e.trade as text) as trade from token t""")
                .then(
                        "join lateral (select * from scorecard where kind = 'signals' and subject = t.id and known_at <= ?"
                                + " order by valid_at desc, known_at desc limit 1) s on true"
                                + " cross join lateral jsonb_array_elements(s.document -> 'trades')"
                                + " with ordinality e(trade, number)",
                        knownBy.moment());
        token.ifPresent(id -> select.where("t.id = ?", id));
        if (after != null) {
            // The first condition is implied by the second; it spares the documents of the tokens before.
            select.where("t.id collate \"C\" >= ?", after.get(1))
                    .where("(t.id collate \"C\", e.number) > (?, ?)", after.get(1), Long.valueOf(after.get(2)));
        }
        select.then("order by t.id collate \"C\", e.number limit ?", page.fetch());
        return select.list(database, row -> new TradeEntry(trade(row), knownBy.moment()));
    }

    private Scorecard read(Columns row, KnownBy knownBy) {
        String kind = row.text("kind");
        String subject = row.text("subject");
        return new Scorecard(
                kind,
                subject.isEmpty() ? null : subject,
                documents.read(row.text("document"), form(kind, subject.isEmpty())),
                Freshness.read(row, Cadence.DAILY, knownBy));
    }

    private static Class<?> form(String kind, boolean ofAll) {
        return switch (kind) {
            case "trader", "investor" -> GradeScores.class;
            case "signals" -> ofAll ? SignalScores.class : TokenScores.class;
            case "forecast" -> ForecastCoverage.class;
            default -> throw new IllegalStateException("a scorecard of the kind " + kind);
        };
    }

    private Trade trade(Columns row) {
        return new Trade(
                row.text("id"),
                row.bigint("number"),
                documents.read(row.text("trade"), SignalTrade.class),
                row.time("valid_at"),
                row.time("known_at"));
    }
}
