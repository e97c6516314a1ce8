package org.assay.api.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import org.assay.api.list.PageRequest;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the token table. */
@Singleton
class TokenStore {

    private static final TypeReference<List<TokenDetail.Contract>> CONTRACTS = new TypeReference<>() {};

    private final R2dbcOperations database;
    private final ObjectMapper json;

    TokenStore(R2dbcOperations database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** An entry and its place in the order asked for. */
    record Entry(TokenSummary token, String place) {
        List<String> sortKey() {
            return List.of(place, token.id());
        }
    }

    Mono<List<Entry>> list(TokenQuery query, PageRequest page) {
        Select select = listing(query.sort());
        query.symbol().ifPresent(symbol -> select.where("upper(t.symbol) = upper(?)", symbol));
        query.category().ifPresent(category -> select.where("t.categories @> array[cast(? as text)]", category));
        query.stablecoin().ifPresent(flag -> select.where("t.stablecoin = ?", flag));
        query.wrapped().ifPresent(flag -> select.where("t.wrapped = ?", flag));
        query.venue()
                .ifPresent(venue -> select.where(
                        "exists (select 1 from market m where m.base_token = t.id and m.venue = ?)", venue));
        query.search()
                .ifPresent(q -> select.where(
                        "strpos(lower(t.id), lower(?)) > 0 or strpos(lower(t.symbol), lower(?)) > 0"
                                + " or strpos(lower(t.name), lower(?)) > 0",
                        q,
                        q,
                        q));
        @Nullable List<String> after = page.after();
        if (after != null) {
            begin(select, query.sort(), after.get(0), after.get(1));
        }
        order(select, query.sort());
        select.then("limit ?", page.fetch());
        return select.list(database, row -> new Entry(TokenSummary.read(row), row.text("place")));
    }

    Mono<TokenDetail> find(String id) {
        return Select.of("""
                        select t.id, t.symbol, t.name, t.rank, t.categories, t.stablecoin, t.peg, t.wrapped, t.wraps,
                          t.origin, t.updated_at, cast(t.contracts as text) as contracts, m.markets, m.venues
                        from token t cross join lateral (
                          select count(*) as markets,
                            coalesce(array_agg(distinct venue order by venue), array[]::text[]) as venues
                          from market where base_token = t.id) m""").where("t.id = ?", id).first(database, this::detail);
    }

    /** Those of the ids that are tokens'. */
    Mono<List<String>> known(List<String> ids) {
        return Select.of("select id from token")
                .where("id = any(?)", (Object) ids.toArray(String[]::new))
                .list(database, row -> row.text("id"));
    }

    /** The ids of the tokens whose symbol this is, the most important first; at most 20. */
    Mono<List<String>> idsOfSymbol(String symbol) {
        return Select.of("select id from token")
                .where("upper(symbol) = upper(?)", symbol)
                .then("order by rank nulls last, id limit 20")
                .list(database, row -> row.text("id"));
    }

    private TokenDetail detail(Columns row) {
        try {
            return TokenDetail.of(
                    TokenSummary.read(row),
                    row.texts("venues"),
                    json.readValue(row.text("contracts"), CONTRACTS),
                    row.time("updated_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unreadable contracts of token " + row.text("id"), e);
        }
    }

    private static Select listing(TokenSort sort) {
        return switch (sort) {
            case RANK -> Select.of("""
                    select t.*, cast(coalesce(t.rank, 2147483647) as text) as place,
                      (select count(*) from market m where m.base_token = t.id) as markets from token t""");
            case RANK_DESCENDING -> Select.of("""
                    select t.*, cast(coalesce(t.rank, 0) as text) as place,
                      (select count(*) from market m where m.base_token = t.id) as markets from token t""");
            case SYMBOL, SYMBOL_DESCENDING -> Select.of("""
                    select t.*, t.symbol as place,
                      (select count(*) from market m where m.base_token = t.id) as markets from token t""");
            case NAME, NAME_DESCENDING -> Select.of("""
                    select t.*, lower(t.name) as place,
                      (select count(*) from market m where m.base_token = t.id) as markets from token t""");
        };
    }

    private static void begin(Select select, TokenSort sort, String place, String id) {
        switch (sort) {
            case RANK -> select.where("(coalesce(t.rank, 2147483647), t.id) > (?, ?)", Integer.valueOf(place), id);
            case RANK_DESCENDING -> select.where("(coalesce(t.rank, 0), t.id) < (?, ?)", Integer.valueOf(place), id);
            case SYMBOL -> select.where("(t.symbol collate \"C\", t.id) > (?, ?)", place, id);
            case SYMBOL_DESCENDING -> select.where("(t.symbol collate \"C\", t.id) < (?, ?)", place, id);
            case NAME -> select.where("(lower(t.name) collate \"C\", t.id) > (?, ?)", place, id);
            case NAME_DESCENDING -> select.where("(lower(t.name) collate \"C\", t.id) < (?, ?)", place, id);
        }
    }

    private static void order(Select select, TokenSort sort) {
        switch (sort) {
            case RANK -> select.then("order by coalesce(t.rank, 2147483647), t.id");
            case RANK_DESCENDING -> select.then("order by coalesce(t.rank, 0) desc, t.id desc");
            case SYMBOL -> select.then("order by t.symbol collate \"C\", t.id");
            case SYMBOL_DESCENDING -> select.then("order by t.symbol collate \"C\" desc, t.id desc");
            case NAME -> select.then("order by lower(t.name) collate \"C\", t.id");
            case NAME_DESCENDING -> select.then("order by lower(t.name) collate \"C\" desc, t.id desc");
        }
    }
}
