package org.assay.api.index;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.assay.api.bitemporal.History;
import org.assay.api.bitemporal.KnownBy;
import org.assay.api.sql.Select;
import reactor.core.publisher.Mono;

/** Reads the levels of an index and computes from them how it has done. */
@Singleton
class IndexPerformanceStore {

    private final R2dbcOperations database;

    IndexPerformanceStore(R2dbcOperations database) {
        this.database = database;
    }

    /** Of each day the level in force. */
    Mono<List<IndexLevel>> levels(String index, KnownBy knownBy, History history, int count) {
        Select select = Select.of("""
                select distinct on (valid_at) valid_at, known_at, level, reason, regime, defensive, held_at_last_print
                from index_level""")
                .where("index_id = ?", index)
                .where("valid_at >= ? and valid_at < ?", history.from(), history.to())
                .where("known_at <= ?", knownBy.moment());
        if (history.ascending()) {
            select.then("order by valid_at, known_at desc limit ?", count);
        } else {
            select.then("order by valid_at desc, known_at desc limit ?", count);
        }
        return select.list(database, IndexLevel::read);
    }

    /** How it has done over its whole life, as of its newest level. */
    Mono<IndexFigures> figures(String index, KnownBy knownBy) {
        return Mono.zip(returns(index, knownBy.moment()), life(index, knownBy.moment()))
                .map(found -> found.getT2().with(found.getT1()));
    }

    private Mono<List<PeriodReturn>> returns(String index, Instant moment) {
        return Select.of("with levels as (select distinct on (valid_at) valid_at, level from index_level")
                .then("where index_id = ? and known_at <= ? order by valid_at, known_at desc),", index, moment)
                .then("""
                        ends as (select min(valid_at) as first, max(valid_at) as last from levels where level is not null),
                        periods as (
                          select '1d' as period, 1 as place, last - interval '24 hours' as began from ends
                          union all select '7d', 2, last - interval '168 hours' from ends
                          union all select '30d', 3, last - interval '720 hours' from ends
                          union all select 'ytd', 4, date_trunc('year', last - interval '24 hours', 'UTC') from ends
                          union all select 'all', 5, first from ends),""")
                .then(
                        "bitcoin as (select distinct on (valid_at) valid_at, price from grade where token = 'bitcoin'"
                                + " and kind = 'trader' and cadence = 'daily' and known_at <= ?"
                                + " and valid_at in (select began from periods union all select last from ends)"
                                + " order by valid_at, known_at desc)",
                        moment)
                .then("""
                        select p.period, p.began, e.level / b.level - 1 as value, c.price / a.price - 1 as bitcoin,
                          (e.level / b.level - 1) - (c.price / a.price - 1) as excess
                        from periods p cross join ends x
                          join levels b on b.valid_at = p.began and b.level is not null
                          join levels e on e.valid_at = x.last
                          left join bitcoin a on a.valid_at = p.began
                          left join bitcoin c on c.valid_at = x.last
                        order by p.place""")
                .list(database, PeriodReturn::read);
    }

    private Mono<IndexFigures> life(String index, Instant moment) {
        return Select.of("with levels as (select distinct on (valid_at) valid_at, known_at, level from index_level")
                .then("where index_id = ? and known_at <= ? order by valid_at, known_at desc),", index, moment)
                .then("""
                        steps as (
                          select valid_at, level, level / lag(level) over (order by valid_at) - 1 as change,
                            level / max(level) over (order by valid_at) - 1 as drawdown,
                            row_number() over (order by valid_at desc) as age
                          from levels where level is not null),""")
                .then(
                        "trades as (select r.turnover, r.cost / r.level_before as cost from index_rebalance r"
                                + " join levels l on l.valid_at = r.valid_at and l.known_at = r.known_at"
                                + " where r.index_id = ?)",
                        index)
                .then("""
                        select
                          (select case when count(change) >= 20 then stddev_samp(change) * sqrt(365) end
                            from steps where age <= 365) as volatility,
                          (select min(drawdown) from steps) as max_drawdown,
                          (select drawdown from steps where age = 1) as current_drawdown,
                          (select coalesce(sum(turnover), 0) from trades)
                            / (select nullif(cast(extract(epoch from max(valid_at) - min(valid_at)) as double precision) / 31536000, 0) from steps)
                            as turnover_per_year,
                          (select coalesce(sum(cost), 0) from trades) as costs,
                          (select count(*) from trades) as trades""")
                .first(database, IndexFigures::read);
    }
}
