-- Institutions as definitions and their entries: lists derived from the streams register/… and institution/….

create table register_definition (
  jurisdiction text        not null,
  institution  text        not null,
  version      integer     not null,
  definition   jsonb       not null,
  published_by text        not null,
  published_at timestamptz not null,
  drafted_by   text        not null,
  primary key (jurisdiction, institution, version)
);

comment on table register_definition is 'Every published version of an institution; never changed, entries keep the one they were opened with';
comment on column register_definition.drafted_by is 'An account, or system/code for what comes with the platform';

select guard_by_jurisdiction('register_definition', 'select, insert, update, delete');

create table register_draft (
  jurisdiction text        not null,
  institution  text        not null,
  definition   jsonb       not null,
  drafted_by   text        not null,
  saved_at     timestamptz not null,
  version      integer     not null,
  primary key (jurisdiction, institution)
);

comment on table register_draft is 'Definitions that an office is working on in the browser';
comment on column register_draft.version is 'Of its stream: whoever saves says which one he saw';

select guard_by_jurisdiction('register_draft', 'select, insert, update, delete');

create table register_entry (
  jurisdiction text        not null,
  institution  text        not null,
  entry        text        not null,
  definition   integer     not null,
  unit         text        not null,
  seen_by      text[]      not null,
  everyone     boolean     not null,
  state        text        not null,
  over         boolean     not null,
  opened_on    date        not null,
  changed_at   timestamptz not null,
  words        text        not null,
  content      jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, institution, entry)
);

create index register_entry_state on register_entry (jurisdiction, institution, state, opened_on);
create index register_entry_unit on register_entry (jurisdiction, unit, institution);

comment on table register_entry is 'One row an entry of a register; what is personal stands in the vault, and here a reference to it';
comment on column register_entry.definition is 'The version of its institution that it was opened with';
comment on column register_entry.seen_by is 'Units that the entry names, besides the one that answers for it';
comment on column register_entry.everyone is 'Every unit may read it: its institution says so';
comment on column register_entry.words is 'What a search looks in';
comment on column register_entry.content is 'The entry as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('register_entry', 'select, insert, update, delete');

create policy own_register_entry on register_entry as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   everyone
                  or unit = (select current_setting('xiaoneng.unit', true))
                  or (select current_setting('xiaoneng.unit', true)) = any (seen_by))));

create table register_count (
  jurisdiction text    not null,
  institution  text    not null,
  year         integer not null,
  last         integer not null,
  primary key (jurisdiction, institution, year)
);

comment on table register_count is 'The last number given in a year, so that entries are numbered without gaps';

select guard_by_jurisdiction('register_count', 'select, insert, update, delete');
