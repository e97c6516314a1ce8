-- Secrets that several instances of a service must agree on; made by the first of them.
create table api_secret (
  name   text  primary key,
  value  bytea not null check (length(value) >= 32)
);
