create table api_key (
  id            uuid primary key,
  name          text        not null,
  plan          text        not null check (plan in ('free', 'pro', 'unlimited')),
  -- SHA-256 of the whole key. The key itself is shown once and kept nowhere.
  key_hash      bytea       not null unique check (length(key_hash) = 32),
  -- First characters, for a person to recognise the key by.
  hint          text        not null,
  created_at    timestamptz not null,
  revoked_at    timestamptz,
  last_used_at  timestamptz
);
