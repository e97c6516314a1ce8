package org.assay.api.grade;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.assay.api.bitemporal.Freshness;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.json.JsonDocuments;
import org.assay.api.list.PageRequest;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the grades in force at a moment, one for each token. */
@Singleton
class GradeStore {

    private final R2dbcOperations database;
    private final JsonDocuments documents;

    GradeStore(R2dbcOperations database, JsonDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    /** An entry and its place in the order asked for; the moment goes with it, so that all pages are of the same one. */
    record Entry(LatestGrade latest, String place, Instant moment) {
        List<String> sortKey() {
            return List.of(moment.toString(), place, latest.id());
        }
    }

    Mono<List<Entry>> list(GradeQuery query, PageRequest page) {
        @Nullable List<String> after = page.after();
        KnownBy knownBy = after == null ? query.knownBy() : query.knownBy().at(after.get(0));
        Select select = latest(query, knownBy.moment());
        filter(select, query);
        if (after != null) {
            begin(select, query.sort(), Double.parseDouble(after.get(1)), after.get(2));
        }
        order(select, query.sort());
        select.then("limit ?", page.fetch());
        return select.list(database, row -> entry(row, query, knownBy));
    }

    private static Select latest(GradeQuery query, Instant moment) {
        String kind = query.series().kind();
        String cadence = query.series().cadence().code();
        Select select = Select.of("""
                select t.id, t.symbol, t.name, g.valid_at, g.known_at, g.model, g.grade, g.reason, g.class, g.momentum,
                  g.change_24h, cast(g.sub_scores as text) as sub_scores, g.score, g.standing, g.smoothed, g.in_universe,
                  g.price, cast(s.value as integer) as signal, cast(p.place as text) as place
                from token t""");
        // A token that was asked for by its id is answered for, graded or not.
        if (query.ids().isPresent()) {
            select.then("left join lateral");
        } else {
            select.then("join lateral");
        }
        select.then(
                "(select * from grade where token = t.id and kind = ? and cadence = ? and known_at <= ?"
                        + " order by valid_at desc, known_at desc limit 1) g on true",
                kind,
                cadence,
                moment);
        select.then(
                "left join lateral (select value from signal where token = t.id and cadence = ? and known_at <= ?"
                        + " order by valid_at desc, known_at desc limit 1) s on true",
                cadence,
                moment);
        place(select, query.sort());
        return select;
    }

    private static void filter(Select select, GradeQuery query) {
        query.gradeClass().ifPresent(word -> select.where("g.class = ?", word));
        query.least().ifPresent(least -> select.where("g.grade >= ?", least.doubleValue()));
        query.most().ifPresent(most -> select.where("g.grade <= ?", most.doubleValue()));
        query.signal().ifPresent(signal -> select.where("s.value = ?", signal));
        query.category().ifPresent(category -> select.where("t.categories @> array[cast(? as text)]", category));
        query.ids().ifPresent(ids -> select.where("t.id = any(?)", (Object) ids.toArray(String[]::new)));
    }

    private Entry entry(Columns row, GradeQuery query, KnownBy knownBy) {
        LatestGrade latest = new LatestGrade(
                row.text("id"),
                row.text("symbol"),
                row.text("name"),
                Grade.read(row, documents),
                row.integerOrNull("signal"),
                Freshness.read(row, query.series().cadence(), knownBy));
        return new Entry(latest, row.text("place"), knownBy.moment());
    }

    /** What decides the order before the id does; what is unknown comes last. */
    private static void place(Select select, GradeSort sort) {
        switch (sort) {
            case GRADE_DESCENDING ->
                select.then("cross join lateral (select coalesce(g.grade, '-infinity') as place) p");
            case GRADE -> select.then("cross join lateral (select coalesce(g.grade, 'infinity') as place) p");
            case CHANGE_DESCENDING ->
                select.then("cross join lateral (select coalesce(g.change_24h, '-infinity') as place) p");
            case CHANGE -> select.then("cross join lateral (select coalesce(g.change_24h, 'infinity') as place) p");
            case TOKEN, TOKEN_DESCENDING ->
                select.then("cross join lateral (select cast(0 as double precision) as place) p");
        }
    }

    private static void begin(Select select, GradeSort sort, double place, String id) {
        switch (sort) {
            case GRADE_DESCENDING, CHANGE_DESCENDING ->
                select.where("p.place < ? or (p.place = ? and t.id collate \"C\" > ?)", place, place, id);
            case GRADE, CHANGE, TOKEN ->
                select.where("p.place > ? or (p.place = ? and t.id collate \"C\" > ?)", place, place, id);
            case TOKEN_DESCENDING -> select.where("t.id collate \"C\" < ?", id);
        }
    }

    private static void order(Select select, GradeSort sort) {
        switch (sort) {
            case GRADE_DESCENDING, CHANGE_DESCENDING -> select.then("order by p.place desc, t.id collate \"C\"");
            case GRADE, CHANGE, TOKEN -> select.then("order by p.place, t.id collate \"C\"");
            case TOKEN_DESCENDING -> select.then("order by t.id collate \"C\" desc");
        }
    }
}
