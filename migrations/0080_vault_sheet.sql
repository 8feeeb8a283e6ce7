-- What applicants wrote into the application form of an item: personal data, so it stands beside the ledger as well.

create table vault_sheet (
  jurisdiction text        not null,
  sheet        text        not null,
  person       text        not null,
  about        text        not null,
  content      bytea       not null,
  kept_at      timestamptz not null,
  primary key (jurisdiction, sheet)
);

create index vault_sheet_person on vault_sheet (jurisdiction, person);

comment on table vault_sheet is 'Answers to the questions of an application form, encrypted under the person''s key; a correction is a sheet of its own';
comment on column vault_sheet.about is 'What the form is for, such as form/<item>';
comment on column vault_sheet.content is 'The answers and a random salt as JSON; the ledger holds the hash over both';

select guard_by_jurisdiction('vault_sheet', 'select, insert, delete');
