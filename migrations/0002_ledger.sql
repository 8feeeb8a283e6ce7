create sequence ledger_position cache 1;

create table ledger_event (
  jurisdiction   text        not null,
  stream         text        not null,
  version        integer     not null check (version > 0),
  type           text        not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  payload        json        not null,
  previous_hash  bytea       not null,
  hash           bytea       not null,
  position       bigint      not null default nextval('ledger_position'),
  transaction_id xid8        not null default pg_current_xact_id(),
  primary key (jurisdiction, stream, version)
);

create index ledger_event_order on ledger_event (jurisdiction, transaction_id, position);

comment on table ledger_event is 'The record: what happened, for good. Every list is derived from it';
comment on column ledger_event.jurisdiction is 'The government this belongs to; first in every key';
comment on column ledger_event.stream is 'One subject, such as case/2026-000123';
comment on column ledger_event.version is '1, 2, 3 … within the stream; order is by version, never by time';
comment on column ledger_event.type is 'What happened, in the past tense';
comment on column ledger_event.occurred_at is 'When it happened, as far as known';
comment on column ledger_event.recorded_at is 'When this system was told';
comment on column ledger_event.actor is 'Who did it: an account, a post, or a system';
comment on column ledger_event.payload is 'The exact canonical text (RFC 8785) that was hashed';
comment on column ledger_event.previous_hash is 'The hash of the version before; zeros before version 1';
comment on column ledger_event.hash is 'H(previous_hash || canonical text of all fields above)';
comment on column ledger_event.position is 'Order of insertion within a transaction';
comment on column ledger_event.transaction_id is 'The inserting transaction; readers stop before the oldest one still running';

select guard_by_jurisdiction('ledger_event', 'select, insert');
grant usage on sequence ledger_position to xiaoneng_app;

create table ledger_chain (
  jurisdiction text        not null,
  position     bigint      not null default nextval('ledger_position'),
  algorithm    text        not null check (algorithm in ('sha256', 'sm3')),
  chosen_at    timestamptz not null,
  primary key (jurisdiction, position)
);

comment on table ledger_chain is 'Which hash a jurisdiction chains its events with; chosen once, with the first event at the latest';
comment on column ledger_chain.position is
  'Two first events at once may both write a row, saying the same: with one row they would wait for each other';
select guard_by_jurisdiction('ledger_chain', 'select, insert');

create table ledger_command (
  jurisdiction text        not null,
  key          text        not null,
  request_hash bytea       not null,
  answer       json        not null,
  answered_at  timestamptz not null default now(),
  primary key (jurisdiction, key)
);

comment on table ledger_command is 'The answer each idempotency key was given; the same key gets the same answer';
comment on column ledger_command.request_hash is 'SHA-256 of the request, so that a key used for another request is refused';
select guard_by_jurisdiction('ledger_command', 'select, insert');

create table ledger_seal (
  jurisdiction     text        not null,
  number           integer     not null check (number > 0),
  last_transaction xid8        not null,
  last_position    bigint      not null,
  event_count      bigint      not null check (event_count > 0),
  root             bytea       not null,
  previous_seal    bytea       not null,
  seal             bytea       not null,
  sealed_at        timestamptz not null,
  public_key       bytea       not null,
  signature        bytea       not null,
  time_stamp       bytea,
  primary key (jurisdiction, number)
);

comment on table ledger_seal is 'Signed Merkle roots (RFC 6962 shape) over the events committed since the seal before';
comment on column ledger_seal.last_transaction is 'With last_position: the last event under this seal';
comment on column ledger_seal.root is 'Merkle tree hash; a leaf is the hash of an event';
comment on column ledger_seal.previous_seal is 'The seal before; zeros before number 1';
comment on column ledger_seal.seal is 'Hash of number, count, root, time and the seal before: what is signed';
comment on column ledger_seal.signature is 'Ed25519 over seal';
comment on column ledger_seal.time_stamp is 'RFC 3161 token over seal, where an authority is configured';
select guard_by_jurisdiction('ledger_seal', 'select, insert');

create table subscription_checkpoint (
  jurisdiction   text        not null,
  subscription   text        not null,
  transaction_id xid8        not null,
  position       bigint      not null,
  moved_at       timestamptz not null default now(),
  primary key (jurisdiction, subscription)
);

comment on table subscription_checkpoint is 'How far each subscriber has read the ledger';
select guard_by_jurisdiction('subscription_checkpoint', 'select, insert, update');
