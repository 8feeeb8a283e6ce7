-- Personal data, beside the ledger: encrypted for each person, and forgotten by destroying that person's key.

create table vault_person (
  jurisdiction text        not null,
  person       text        not null,
  key_version  integer     not null,
  wrapped_key  bytea,
  content      bytea,
  forgotten_at timestamptz,
  primary key (jurisdiction, person),
  check ((wrapped_key is null) = (forgotten_at is not null)),
  check ((content is null) = (forgotten_at is not null))
);

create index vault_person_key on vault_person (jurisdiction, key_version) where wrapped_key is not null;

comment on table vault_person is 'What is known of a person, encrypted; the ledger and all lists know the reference only';
comment on column vault_person.person is 'The reference: says nothing about the person';
comment on column vault_person.key_version is 'Which master key wraps the person''s key';
comment on column vault_person.wrapped_key is 'The person''s own key, AES-256-GCM under the master key; destroyed when the person is forgotten';
comment on column vault_person.content is 'The fields as JSON, AES-256-GCM under the person''s key: nonce, tag, text';

create table vault_mark (
  jurisdiction text  not null,
  kind         text  not null,
  mark         bytea not null,
  person       text  not null,
  primary key (jurisdiction, kind, mark, person)
);

create index vault_mark_person on vault_mark (jurisdiction, person);

comment on table vault_mark is 'Finds a person by a number without the number being here: a keyed hash (HMAC-SHA-256)';
comment on column vault_mark.kind is 'What was hashed, such as the kind of document';

create table vault_file (
  jurisdiction text        not null,
  file         text        not null,
  person       text        not null,
  about        text        not null,
  label        bytea       not null,
  media_type   text        not null,
  size         integer     not null check (size > 0),
  sha256       bytea       not null,
  content      bytea       not null,
  kept_at      timestamptz not null,
  primary key (jurisdiction, file)
);

create index vault_file_person on vault_file (jurisdiction, person);
create index vault_file_about on vault_file (jurisdiction, about);

comment on table vault_file is 'Files a person handed in, encrypted under the person''s key';
comment on column vault_file.about is 'The subject it was handed in for, such as case/2026-000123';
comment on column vault_file.label is 'The file''s name, encrypted: people write names of people into it';
comment on column vault_file.media_type is 'As its content says, whatever its name said';
comment on column vault_file.sha256 is 'Of the file as it was handed in; the ledger holds it too';

alter table vault_file alter column content set storage external;

select guard_by_jurisdiction('vault_person', 'select, insert, update');
select guard_by_jurisdiction('vault_mark', 'select, insert, delete');
select guard_by_jurisdiction('vault_file', 'select, insert, delete');
