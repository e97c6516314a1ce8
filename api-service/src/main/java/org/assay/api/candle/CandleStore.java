package org.assay.api.candle;

import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import org.assay.api.sql.Columns;
import org.assay.api.sql.Select;
import org.assay.events.candle.Interval;
import reactor.core.publisher.Mono;

/** Reads the candle tables. */
@Singleton
class CandleStore {

    private final R2dbcOperations database;

    CandleStore(R2dbcOperations database) {
        this.database = database;
    }

    Mono<List<Candle>> candles(Series series, CandleQuery query, int count) {
        Select select =
                switch (series) {
                    case Series.OfToken token -> Select.of("""
                                select open_time, open, high, low, close, volume, quote_volume, trades, closed, complete,
                                  revision, source from token_candle""").where("token = ?", token.id());
                    case Series.OfMarket market ->
                        Select.of("""
                                select open_time, open, high, low, close, volume, quote_volume, trades, closed, complete,
                                  revision, source from market_candle""").where("venue = ? and symbol = ?", market.venue(), market.symbol());
                };
        select.where("interval = ?", query.interval().code())
                .where("open_time >= ? and open_time < ?", query.from(), query.to());
        if (query.ascending()) {
            select.then("order by open_time limit ?", count);
        } else {
            select.then("order by open_time desc limit ?", count);
        }
        return select.list(database, Candle::read);
    }

    /** Empty when there is no such token or market. */
    Mono<SeriesHead> head(Series series, Interval interval) {
        return switch (series) {
            case Series.OfToken token ->
                Select.of("select 'USD' as quote")
                        .then(
                                ", greatest((select known_at from token_candle where token = t.id and interval = ?"
                                        + " order by open_time desc limit 1), m.known_at) as known_at, m.open_time as minute"
                                        + " from token t left join lateral (select open_time, known_at from token_candle"
                                        + " where token = t.id and interval = '1m' order by open_time desc limit 1) m on true",
                                interval.code())
                        .where("t.id = ?", token.id())
                        .first(database, CandleStore::head);
            case Series.OfMarket market ->
                Select.of("select k.quote_asset as quote")
                        .then(
                                ", greatest((select known_at from market_candle where venue = k.venue and symbol = k.symbol"
                                        + " and interval = ? order by open_time desc limit 1), m.known_at) as known_at,"
                                        + " m.open_time as minute"
                                        + " from market k left join lateral (select open_time, known_at from market_candle"
                                        + " where venue = k.venue and symbol = k.symbol and interval = '1m'"
                                        + " order by open_time desc limit 1) m on true",
                                interval.code())
                        .where("k.venue = ? and k.symbol = ?", market.venue(), market.symbol())
                        .first(database, CandleStore::head);
        };
    }

    private static SeriesHead head(Columns row) {
        return new SeriesHead(row.text("quote"), row.timeOrNull("known_at"), row.timeOrNull("minute"));
    }
}
