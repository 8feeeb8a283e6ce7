-- Imports under way and done: what a person who left the page finds again.

create table import_run (
  jurisdiction  text             not null,
  import        text             not null,
  log           text             not null,
  file_name     text             not null,
  account       text             not null,
  status        text             not null check (status in ('waiting', 'reading', 'storing', 'done', 'unchanged', 'refused')),
  progress      double precision not null,
  cases         integer          not null,
  events        integer          not null,
  rejected_rows integer          not null,
  refusal_code  text,
  refusal_zh    text,
  refusal_en    text,
  started_at    timestamptz      not null,
  changed_at    timestamptz      not null,
  ended_at      timestamptz,
  primary key (jurisdiction, import)
);

create index import_run_recent on import_run (jurisdiction, started_at desc, import);

comment on table import_run is 'One row an import of a file, whatever became of it; what it stored is in the ledger';
comment on column import_run.progress is 'Share of the file read, 0 to 1';
comment on column import_run.changed_at is 'Last sign of life: a run that gives none for a while broke off with its process';

select guard_by_jurisdiction('import_run', 'select, insert, update');
