-- Ratings. Every table is append-only and has two times: valid_at is what a row is about (the end of the day or hour whose
-- close it was made from: the ratings of 2026-11-20 are valid at 2026-11-21T00:00Z), known_at when we said it. What was in
-- force at a moment is the row of the latest known_at at or before it; a correction is a further row. digest is the SHA-256
-- of what the row says, without known_at: a row that says what the one before it said is not stored.
-- Numbers of the model are double precision, so that recomputing from them gives the same bits; in jsonb they are written
-- with all their digits.

-- A model that has made ratings. inputs: [{"id", "version", "group", "definition", "unit", "source", "warm_up_days"}, ...].
create table rating_model (
  version     text        primary key,
  provenance  jsonb       not null,
  inputs      jsonb       not null,
  -- When this installation first used it.
  loaded_at   timestamptz not null
);

-- Daily grades of both kinds are kept for good; hourly ones (of the trader kind) have partitions and a retention.
create table grade (
  token        text             not null,
  kind         text             not null check (kind in ('trader', 'investor')),
  cadence      text             not null check (cadence in ('daily', 'hourly')),
  valid_at     timestamptz      not null,
  known_at     timestamptz      not null,
  model        text             not null,
  -- 0 to 100; null with a reason: 'excluded', 'no_close_today', 'gap_in_last_7_days', 'too_short_history',
  -- 'too_few_inputs' or 'too_few_tokens'.
  grade        double precision check (grade between 0 and 100),
  reason       text,
  -- 'very_strong', 'strong', 'neutral', 'weak', 'very_weak'.
  class        text,
  -- 'surging', 'gaining', 'holding', 'losing', 'crashing'; null without a grade 7 days before.
  momentum     text,
  change_24h   double precision,
  -- The model's score, its place among the reference tokens (0 to 1), and the mean of the places of the last days: the
  -- standings of earlier rows are all that smoothing needs.
  score        double precision,
  standing     double precision,
  smoothed     double precision,
  -- {"trend": 71.2, ...}: 0 to 100 for each group of inputs; {} where it was not computed (days of the past).
  sub_scores   jsonb            not null default '{}',
  in_universe  boolean          not null,
  -- The close that it was made from, in USD; null when there was none.
  price        double precision,
  digest       bytea            not null,
  check ((grade is null) = (reason is not null)),
  primary key (token, kind, cadence, valid_at, known_at)
) partition by list (cadence);
create table grade_daily  partition of grade for values in ('daily');
create table grade_hourly partition of grade for values in ('hourly') partition by range (valid_at);
create index grade_at on grade (kind, cadence, valid_at desc, token, known_at desc);

-- Every number that led to a grade: {"base", "inputs": [{"id", "version", "group", "value", "unit", "as_of", "source",
-- "rank", "contribution"}], "score", "standing", "history": [{"day", "standing", "weight"}], "smoothed", "grade"}.
-- score = base + sum of contributions; the reference lists that make standing and grade are in grade_cross_section.
create table grade_explanation (
  token     text        not null,
  kind      text        not null check (kind in ('trader', 'investor')),
  cadence   text        not null check (cadence in ('daily', 'hourly')),
  valid_at  timestamptz not null,
  known_at  timestamptz not null,
  model     text        not null,
  document  jsonb       not null,
  digest    bytea       not null,
  primary key (token, kind, cadence, valid_at, known_at)
);
create index grade_explanation_at on grade_explanation (cadence, valid_at);

-- What all grades of a kind and moment were placed among: {"reference_scores": [...], "reference_smoothed": [...]}, ascending.
create table grade_cross_section (
  kind      text        not null check (kind in ('trader', 'investor')),
  cadence   text        not null check (cadence in ('daily', 'hourly')),
  valid_at  timestamptz not null,
  known_at  timestamptz not null,
  model     text        not null,
  document  jsonb       not null,
  digest    bytea       not null,
  primary key (kind, cadence, valid_at, known_at)
);

-- One row for each token and period with a grade or a position, also where nothing changed.
create table signal (
  token     text             not null,
  cadence   text             not null check (cadence in ('daily', 'hourly')),
  valid_at  timestamptz      not null,
  known_at  timestamptz      not null,
  model     text             not null,
  value     smallint         not null check (value in (-1, 0, 1)),
  -- Why it changed in this period; null where it did not.
  reason    text,
  previous  smallint         not null check (previous in (-1, 0, 1)),
  -- Periods since it changed, and periods in a row without a grade.
  held      integer          not null,
  missing   integer          not null,
  -- What it was decided from; null when unknown. trend: price over its moving average, less 1.
  grade     double precision,
  trend     double precision,
  price     double precision,
  digest    bytea            not null,
  primary key (token, cadence, valid_at, known_at)
);
create index signal_at on signal (cadence, valid_at desc, token, known_at desc);
create index signal_change on signal (cadence, valid_at desc, token) where reason is not null;

-- The rules of an index: a change is a row of another version (a hash of the rules).
create table index_definition (
  id           text        not null,
  version      text        not null,
  known_at     timestamptz not null,
  name         text        not null,
  description  text        not null,
  rules        jsonb       not null,
  primary key (id, version)
);

create table index_level (
  index_id            text             not null,
  valid_at            timestamptz      not null,
  known_at            timestamptz      not null,
  -- Null with a reason before the index begins: 'no_market_caps' or 'too_few_tokens'.
  level               double precision,
  reason              text,
  regime              text             not null check (regime in ('bear', 'neutral', 'bull')),
  -- Whether nothing but the stablecoin is held, because of a bear market.
  defensive           boolean          not null,
  -- How many holdings had no price on the day and counted at their last one.
  held_at_last_print  integer          not null,
  digest              bytea            not null,
  check ((level is null) = (reason is not null)),
  primary key (index_id, valid_at, known_at)
);

-- The ledger: one row for each trade of an index, from which its levels recompute. In force are the rows with the known_at of
-- the index_level row in force. entries: [{"token", "old_units", "new_units", "old_weight", "new_weight", "price", "reason",
-- "text"}, ...] in the order of tokens; units are numbers of tokens for an index of the level; US dollars are "USD".
create table index_rebalance (
  index_id      text             not null,
  valid_at      timestamptz      not null,
  known_at      timestamptz      not null,
  -- 0, 1, ... within the day.
  sequence      integer          not null,
  trigger       text             not null,
  decided_on    date             not null,
  executed_on   date             not null,
  level_before  double precision not null,
  level_after   double precision not null,
  -- Half of the traded share of the index, and what trading cost in index points.
  turnover      double precision not null,
  cost          double precision not null,
  entries       jsonb            not null,
  primary key (index_id, valid_at, known_at, sequence)
);

-- What an index holds after a day: [{"token", "units", "price", "priced_on", "weight"}, ...] in the order of tokens; in force
-- is the row with the known_at of the index_level row in force.
create table index_holding (
  index_id  text        not null,
  valid_at  timestamptz not null,
  known_at  timestamptz not null,
  holdings  jsonb       not null,
  primary key (index_id, valid_at, known_at)
);

-- Documents of a token and day, as docs/methodology describes them.
create table quant_metric (
  token     text        not null,
  valid_at  timestamptz not null,
  known_at  timestamptz not null,
  document  jsonb       not null,
  digest    bytea       not null,
  primary key (token, valid_at, known_at)
);
create table correlation (like quant_metric including all);
create table price_level (like quant_metric including all);
create table forecast    (like quant_metric including all);

create table market_regime (
  valid_at  timestamptz not null,
  known_at  timestamptz not null,
  regime    text        not null check (regime in ('bear', 'neutral', 'bull')),
  document  jsonb       not null,
  digest    bytea       not null,
  primary key (valid_at, known_at)
);

-- How past ratings did. kind: 'trader' and 'investor' (outcomes after grades, by bucket and horizon), 'signals' (all tokens)
-- or 'forecast' (share of outcomes inside the intervals), each of subject ''; 'signals' of a token id has that token's trades.
create table scorecard (
  kind      text        not null check (kind in ('trader', 'investor', 'signals', 'forecast')),
  subject   text        not null default '',
  valid_at  timestamptz not null,
  known_at  timestamptz not null,
  document  jsonb       not null,
  digest    bytea       not null,
  primary key (kind, subject, valid_at, known_at)
);

-- Circulating supplies by the operator's list.
create table token_supply (
  token        text        not null,
  valid_at     timestamptz not null,
  known_at     timestamptz not null,
  circulating  numeric     not null check (circulating > 0 and circulating < 'infinity'),
  source       text        not null,
  digest       bytea       not null,
  primary key (token, valid_at, known_at)
);

-- Finished runs. input_digest tells the bars and capitalisations of the day that a run saw, so that a later run notices
-- that they were amended; state is what the next period goes on from.
create table rating_run (
  cadence       text        not null check (cadence in ('daily', 'hourly')),
  valid_at      timestamptz not null,
  known_at      timestamptz not null,
  model         text        not null,
  tokens        integer     not null,
  graded        integer     not null,
  input_digest  bytea       not null,
  state         jsonb       not null,
  digest        bytea       not null,
  primary key (cadence, valid_at, known_at)
);
