-- People who apply: one-time codes to sign in with, drafts, and messages on their way out. Who they are is in the vault.

create table resident_code (
  jurisdiction text        not null,
  phone_mark   bytea       not null,
  code_hash    bytea       not null,
  tries        integer     not null,
  sent_today   integer     not null,
  sent_at      timestamptz not null,
  expires_at   timestamptz not null,
  primary key (jurisdiction, phone_mark)
);

create index resident_code_expiry on resident_code (jurisdiction, sent_at);

comment on table resident_code is 'The last one-time code of a number; neither number nor code is here, only keyed hashes';
comment on column resident_code.tries is 'Wrong codes since it was sent; it holds for five';
comment on column resident_code.sent_today is 'How many were sent within a day, so that nobody can be flooded';

create table resident_draft (
  jurisdiction text        not null,
  person       text        not null,
  item         text        not null,
  content      bytea       not null,
  saved_at     timestamptz not null,
  primary key (jurisdiction, person, item)
);

comment on table resident_draft is 'Applications begun and not sent, encrypted under the person''s key';

create table outbox_message (
  jurisdiction text        not null,
  message      text        not null,
  person       text        not null,
  kind         text        not null,
  content      bytea       not null,
  written_at   timestamptz not null,
  tries        integer     not null,
  sent_at      timestamptz,
  primary key (jurisdiction, message)
);

create index outbox_message_waiting on outbox_message (jurisdiction, message) where sent_at is null;

comment on table outbox_message is 'Messages to people, written in the transaction that they tell of and sent after it';
comment on column outbox_message.content is 'The text, encrypted under the person''s key';
comment on column outbox_message.tries is 'How often the gateway was asked; after ten it is left';

select guard_by_jurisdiction('resident_code', 'select, insert, update, delete');
select guard_by_jurisdiction('resident_draft', 'select, insert, update, delete');
select guard_by_jurisdiction('outbox_message', 'select, insert, update, delete');
