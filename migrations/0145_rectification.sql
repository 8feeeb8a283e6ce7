-- 整改: problems, measures, and the small records beside them; lists derived from the streams problem/, measure/ and rectification-…/.

create table rectification_problem (
  jurisdiction text    not null,
  problem      text    not null,
  unit         text    not null,
  source       text    not null,
  source_id    text    not null,
  finding      text,
  raisers      text[]  not null,
  is_open      boolean not null,
  sealed       boolean not null,
  entered_on   date    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, problem)
);

create index rectification_problem_unit on rectification_problem (jurisdiction, unit, entered_on desc);
create index rectification_problem_finding on rectification_problem (jurisdiction, finding) where finding is not null;
create index rectification_problem_raisers on rectification_problem using gin (raisers);

comment on table rectification_problem is 'Problems of units from their first entry until they stay mended';
comment on column rectification_problem.finding is 'The finding it was opened for; null: it was entered by hand or from a sheet';
comment on column rectification_problem.raisers is 'Who raised it: references into the vault';
comment on column rectification_problem.sealed is 'From a covert round or a protected report: the unit does not see it until it is released';
comment on column rectification_problem.state is 'The problem as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('rectification_problem', 'select, insert, update, delete');

create policy own_problem on rectification_problem as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))
             and not sealed));

create table rectification_measure (
  jurisdiction text    not null,
  measure      text    not null,
  unit         text    not null,
  units        text[]  not null,
  problems     text[]  not null,
  is_public    boolean not null,
  due_on       date    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, measure)
);

create index rectification_measure_problems on rectification_measure using gin (problems);
create index rectification_measure_public on rectification_measure (jurisdiction, due_on) where is_public;

comment on table rectification_measure is 'What is done against one problem or several, by whom and by when';
comment on column rectification_measure.unit is 'The unit that carries it out';
comment on column rectification_measure.units is 'The units of its problems, which see it too';
comment on column rectification_measure.is_public is 'It was published as a commitment';
comment on column rectification_measure.state is 'The measure as its stream tells it, folded';

select guard_by_jurisdiction('rectification_measure', 'select, insert, update, delete');

create policy own_measure on rectification_measure as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or (select current_setting('xiaoneng.unit', true)) = any (units))));

create table rectification_record (
  jurisdiction text    not null,
  kind         text    not null check (kind in ('unit', 'period', 'round', 'settings')),
  id           text    not null,
  unit         text,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, kind, id)
);

comment on table rectification_record is 'Signed lists of units, baselines of campaigns, rounds of checks, and the numbers in force';
comment on column rectification_record.unit is 'Whose list was signed; null: of the whole jurisdiction';
comment on column rectification_record.state is 'The record as its stream tells it, folded';

select guard_by_jurisdiction('rectification_record', 'select, insert, update, delete');

create policy own_record on rectification_record as restrictive to xiaoneng_app
  using (   unit is null
         or (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));
