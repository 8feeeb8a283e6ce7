-- Who looked at which case, card or list, and why: written beside the ledger, only ever added to.

create table access_read (
  jurisdiction text        not null,
  read         text        not null,
  read_at      timestamptz not null,
  account      text        not null,
  reader_unit  text,
  roles        text[]      not null,
  kind         text        not null check (kind in ('opened', 'listed', 'exported')),
  operation    text        not null,
  subject      text        not null,
  filters      json        not null,
  purpose      text,
  outcome      text        not null,
  rows_shown   integer,
  address      text        not null,
  primary key (jurisdiction, read)
);

create index access_read_account on access_read (jurisdiction, account, read);
create index access_read_subject on access_read (jurisdiction, subject, read);

comment on table access_read is 'Every look at cases, cards and the audit itself through HTTP: who, when, at what and why';
comment on column access_read.read is 'UUIDv7: sorts by time';
comment on column access_read.operation is 'Name of the endpoint';
comment on column access_read.subject is 'What was asked for by its name: log/case, card or log; empty for a list of everything';
comment on column access_read.filters is
  'Filters by name. Values of closed lists stand as they are; of a free text, which may be protected, only its length';
comment on column access_read.purpose is 'In the reader''s own words; required where a whole log leaves the house';
comment on column access_read.outcome is 'answered, or the code of the refusal';
comment on column access_read.rows_shown is 'Rows in the answer, where it was a list';

select guard_by_jurisdiction('access_read', 'select, insert');

-- Everybody's reading adds a row; only the audit administrator sees any.
create policy seen_by_auditor on access_read as restrictive for select to xiaoneng_app
  using ('auditAdministrator' = any (string_to_array((select current_setting('xiaoneng.roles', true)), ',')));
