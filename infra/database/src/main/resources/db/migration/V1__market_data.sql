-- Times are timestamptz, UTC. Amounts and prices are numeric, exact. A market is (venue, symbol).
-- Tables partitioned by time have no partitions of it here: the signals service makes and drops them (retention settings).

create table token (
  id          text primary key,
  symbol      text        not null,
  name        text        not null,
  categories  text[]      not null default '{}',
  contracts   jsonb       not null default '[]',
  stablecoin  boolean     not null default false,
  peg         text,
  wrapped     boolean     not null default false,
  wraps       text,
  -- Order of importance in the directory, 1 first; null for a token that only a venue's listing made known.
  rank        integer,
  -- 'directory', or 'venue': seen in an instrument list and not in the directory. Such a token belongs to that one venue.
  origin      text        not null default 'directory' check (origin in ('directory', 'venue')),
  updated_at  timestamptz not null default now()
);
create index token_symbol on token (upper(symbol));
create index token_rank on token (rank nulls last, id);
create index token_categories on token using gin (categories);

create table venue (
  id               text primary key,
  name             text        not null,
  state            text        not null default 'down' check (state in ('connecting', 'live', 'degraded', 'down')),
  streams          integer     not null default 0,
  stale_streams    integer     not null default 0,
  markets          integer     not null default 0,
  frames           bigint      not null default 0,
  trades           bigint      not null default 0,
  quotes           bigint      not null default 0,
  dead_letters     bigint      not null default 0,
  reconnects       bigint      not null default 0,
  open_gaps        bigint      not null default 0,
  last_message_at  timestamptz,
  detail           text        not null default '',
  as_of            timestamptz not null
);

create table market (
  venue              text        not null,
  symbol             text        not null,
  base_asset         text        not null,
  quote_asset        text        not null,
  -- Token ids, 'fiat:USD' for a currency. A code that is not in the directory names a token of origin 'venue'; an
  -- ambiguous one names none. unresolved_reason says which: 'unknown_base', 'ambiguous_base', 'unknown_quote' or
  -- 'ambiguous_quote', null when both are in the directory.
  base_token         text,
  quote_token        text,
  unresolved_reason  text,
  state              text        not null check (state in ('trading', 'halted', 'delisted')),
  price_increment    numeric,
  amount_increment   numeric,
  streamed           boolean     not null default false,
  updated_at         timestamptz not null,
  primary key (venue, symbol)
);
create index market_base_token on market (base_token, venue, symbol);

-- A small number for each market that has traded, to keep the trade table narrow. Numbers are never reused.
create table market_key (
  id      integer generated always as identity primary key,
  venue   text    not null,
  symbol  text    not null,
  unique (venue, symbol)
);

create table trade (
  market_id    integer     not null,
  event_time   timestamptz not null,
  trade_id     text        not null,
  received_at  timestamptz not null,
  -- NaN and infinities are numeric too; they sort above every number.
  price        numeric     not null check (price > 0 and price < 'infinity'),
  amount       numeric     not null check (amount >= 0 and amount < 'infinity'),
  side         "char"      not null check (side in ('b', 's', '?')),
  executions   integer     not null default 1,
  backfilled   boolean     not null default false,
  -- One index for both purposes: a trade is stored once, and a market's trades are read by time.
  primary key (market_id, event_time, trade_id)
) partition by range (event_time);

-- Candles of one market, in quote units. The row is the newest version: the highest revision, then the latest known_at.
-- Intervals are kept apart, because minutes expire and days do not.
create table market_candle (
  venue         text        not null,
  symbol        text        not null,
  interval      text        not null check (interval in ('1m', '5m', '15m', '1h', '4h', '1d')),
  open_time     timestamptz not null,
  open          numeric,
  high          numeric,
  low           numeric,
  close         numeric,
  volume        numeric     not null,
  quote_volume  numeric,
  trades        bigint,
  closed        boolean     not null,
  complete      boolean     not null,
  revision      integer     not null,
  source        text        not null check (source in ('trades', 'venue', 'mixed')),
  known_at      timestamptz not null,
  primary key (venue, symbol, interval, open_time)
) partition by list (interval);
create table market_candle_1m  partition of market_candle for values in ('1m')  partition by range (open_time);
create table market_candle_5m  partition of market_candle for values in ('5m')  partition by range (open_time);
create table market_candle_15m partition of market_candle for values in ('15m') partition by range (open_time);
create table market_candle_1h  partition of market_candle for values in ('1h')  partition by range (open_time);
create table market_candle_4h  partition of market_candle for values in ('4h')  partition by range (open_time);
create table market_candle_1d  partition of market_candle for values in ('1d')  partition by range (open_time);

-- Candles of a token over all venues, in USD.
create table token_candle (
  token         text        not null,
  interval      text        not null check (interval in ('1m', '5m', '15m', '1h', '4h', '1d')),
  open_time     timestamptz not null,
  open          numeric,
  high          numeric,
  low           numeric,
  close         numeric,
  volume        numeric     not null,
  quote_volume  numeric,
  trades        bigint,
  closed        boolean     not null,
  complete      boolean     not null,
  revision      integer     not null,
  source        text        not null check (source in ('trades', 'venue', 'mixed')),
  known_at      timestamptz not null,
  primary key (token, interval, open_time)
) partition by list (interval);
create table token_candle_1m  partition of token_candle for values in ('1m')  partition by range (open_time);
create table token_candle_5m  partition of token_candle for values in ('5m')  partition by range (open_time);
create table token_candle_15m partition of token_candle for values in ('15m') partition by range (open_time);
create table token_candle_1h  partition of token_candle for values in ('1h')  partition by range (open_time);
create table token_candle_4h  partition of token_candle for values in ('4h')  partition by range (open_time);
create table token_candle_1d  partition of token_candle for values in ('1d')  partition by range (open_time);

-- Reference prices in USD at the end of each minute, as they were known: a correction is a row with a later known_at.
create table price (
  token     text        not null,
  valid_at  timestamptz not null,
  known_at  timestamptz not null,
  -- Null with a reason when there was no usable price.
  usd       numeric,
  reason    text,
  as_of     timestamptz,
  -- [{"venue", "symbol", "price", "weight", "volume", "last_trade", "conversion", "conversion_source", "excluded"}, ...]:
  -- decimals as strings, last_trade in RFC 3339; price, conversion and excluded are null where they do not apply.
  sources   jsonb       not null default '[]',
  check (usd is not null or reason is not null),
  primary key (token, valid_at, known_at)
) partition by range (valid_at);

create table gap (
  id             text primary key,
  venue          text        not null,
  symbol         text        not null,
  channel        text        not null,
  cause          text        not null check (cause in ('sequence', 'reconnect', 'stale', 'restart')),
  status         text        not null
    check (status in ('open', 'filled_by_trades', 'filled_by_candles', 'unfillable', 'empty')),
  from_time      timestamptz not null,
  to_time        timestamptz,
  from_trade_id  text,
  to_trade_id    text,
  missing        bigint,
  found_at       timestamptz not null,
  closed_at      timestamptz,
  filled_trades  bigint      not null default 0,
  reason         text        not null default ''
);
create index gap_found on gap (found_at desc, id);
create index gap_market on gap (venue, symbol, found_at desc);
create index gap_open on gap (venue, found_at desc) where status = 'open';

create table dead_letter (
  -- Kafka coordinates, to find the record by.
  topic_partition  integer     not null,
  topic_offset     bigint      not null,
  venue            text        not null,
  code             text        not null,
  reason           text        not null,
  payload          text        not null,
  source_url       text        not null,
  received_at      timestamptz not null,
  payload_md5      text        not null generated always as (md5(payload)) stored,
  -- What was received, not where it stands in Kafka: a recording that is replayed leaves the same rows.
  primary key (venue, received_at, code, source_url, payload_md5)
);
create index dead_letter_received on dead_letter (received_at);
create index dead_letter_venue on dead_letter (venue, received_at);

-- How far each sink has stored its topic, written in the transaction that writes the rows. The topic's id tells a topic
-- that was deleted and made again, whose offsets start over.
create table sink_offset (
  sink         text    not null,
  topic        text    not null,
  partition    integer not null,
  topic_id     text    not null,
  -- The offset of the next record to store.
  next_offset  bigint  not null check (next_offset >= 0),
  primary key (sink, topic, partition)
) with (fillfactor = 50);
