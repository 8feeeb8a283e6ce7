-- Clocks: a list derived from the streams clock/<id>, and the calendars that were loaded.

create table clock (
  jurisdiction     text        not null,
  id               text        not null,
  subject          text        not null,
  kind             text        not null check (kind in ('statutory', 'committed', 'step', 'stated', 'other')),
  rule             text,
  unit             text        not null,
  status           text        not null check (status in ('open', 'suspended', 'stopped', 'expired')),
  started_at       timestamptz not null,
  due_at           timestamptz,
  warn_at          timestamptz,
  warned           boolean     not null,
  next_at          timestamptz,
  provisional      boolean     not null,
  calendar         text        not null,
  calendar_version text        not null,
  expired_at       timestamptz,
  stopped_at       timestamptz,
  defects          integer     not null,
  inputs           json        not null,
  version          integer     not null,
  primary key (jurisdiction, id)
);

create index clock_next on clock (jurisdiction, next_at, id) where next_at is not null;
create index clock_subject on clock (jurisdiction, subject);

comment on table clock is 'Every running or finished time limit, derived from the streams clock/<id>';
comment on column clock.subject is 'The stream of the matter it belongs to';
comment on column clock.kind is 'What the law gives, what was promised, a step, or an end the record itself states';
comment on column clock.unit is 'The unit that handles the matter; it never approves its own extension';
comment on column clock.due_at is 'When it runs out, as far as known; null while suspended';
comment on column clock.warned is 'The warning rung has been passed';
comment on column clock.next_at is 'When it next does something by itself; null: never, as things stand. A provisional end is not waited for';
comment on column clock.provisional is 'The end was read from days whose holiday notice has not been published';
comment on column clock.calendar_version is 'The version of the calendar under which the end was last computed anew';
comment on column clock.expired_at is 'The legal instant at which it ran out, not the moment anyone noticed';
comment on column clock.defects is 'Steps without proof of notice, or entered late';
comment on column clock.inputs is 'Terms, suspensions and extensions: all that is needed to compute the end again';
comment on column clock.version is 'The version of its stream';

select guard_by_jurisdiction('clock', 'select, insert, update, delete');

-- A unit sees the clocks of its own matters; whoever sees the jurisdiction, and the system's own work, sees all.
create policy own_unit on clock as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));

create table calendar_edition (
  jurisdiction text        not null,
  calendar     text        not null,
  edition      integer     not null check (edition > 0),
  kind         text        not null check (kind in ('notice', 'file')),
  title        text        not null,
  loaded_at    timestamptz not null,
  loaded_by    text        not null,
  content      json        not null,
  primary key (jurisdiction, calendar, edition)
);

comment on table calendar_edition is 'Holiday notices and calendar files loaded after installation, derived from the streams calendar/<calendar>';
comment on column calendar_edition.edition is 'The version of its stream';
comment on column calendar_edition.content is 'A notice as the engine reads it, or the text of a file';

select guard_by_jurisdiction('calendar_edition', 'select, insert, update, delete');
