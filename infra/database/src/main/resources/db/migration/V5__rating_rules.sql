-- The rules that ratings are made by beside the model. Append-only, as all ratings: in force at a moment is the row of the
-- latest known_at at or before it. rules, by subject:
-- 'grades':  {"classes": [{"label", "from", "inclusive"}], "momentum": [likewise], "momentum_days"};
-- 'signals': {"cadences": [{"cadence", "enter_long", ...}]}, the thresholds of docs/methodology/signals.md;
-- 'regime':  {"trend_weight", ...}, those of docs/methodology/market-regime.md.
create table rating_rules (
  subject   text        not null check (subject in ('grades', 'signals', 'regime')),
  known_at  timestamptz not null,
  rules     jsonb       not null,
  digest    bytea       not null,
  primary key (subject, known_at)
);
