-- Inspections: checklists, the pool, the sampling frame, rounds with their lots, visits; lists derived from their streams.

create table inspection_checklist (
  jurisdiction text    not null,
  checklist    text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, checklist)
);

comment on table inspection_checklist is 'Checklists with every published version; a visit keeps the version it was planned with';

select guard_by_jurisdiction('inspection_checklist', 'select, insert, update, delete');

create table inspection_inspector (
  jurisdiction text    not null,
  account      text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, account)
);

comment on table inspection_inspector is 'The one pool of inspectors of all bodies';

select guard_by_jurisdiction('inspection_inspector', 'select, insert, update, delete');

create table inspection_section (
  jurisdiction text    not null,
  unit         text    not null,
  section      text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, unit, section)
);

comment on table inspection_section is 'Sampling frame: enterprise-facing sections and posts, confirmed every year';

select guard_by_jurisdiction('inspection_section', 'select, insert, update, delete');

create policy own_inspection_section on inspection_section as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));

create table inspection_round (
  jurisdiction text        not null,
  round        text        not null,
  kind         text        not null,
  theme        text        not null,
  sealed       boolean     not null,
  team         text[]      not null,
  from_on      date        not null,
  until_on     date        not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, round)
);

create index inspection_round_days on inspection_round (jurisdiction, from_on desc);

comment on table inspection_round is 'Rounds of inspections; a sealed one is a row for nobody but its team';
comment on column inspection_round.sealed is 'Undercover and not released';
comment on column inspection_round.team is 'Accounts that see it while it is sealed';

select guard_by_jurisdiction('inspection_round', 'select, insert, update, delete');

create policy own_inspection_round on inspection_round as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.account', true)) = ''
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (select current_setting('xiaoneng.account', true)) = any (team)
         or (    not sealed
             and (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'));

create table inspection_visit (
  jurisdiction text        not null,
  visit        text        not null,
  round        text        not null,
  unit         text        not null,
  section      text,
  kind         text        not null,
  theme        text        not null,
  sealed       boolean     not null,
  team         text[]      not null,
  from_on      date        not null,
  until_on     date        not null,
  status       text        not null,
  findings     text[]      not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, visit)
);

create index inspection_visit_round on inspection_visit (jurisdiction, round);
create index inspection_visit_unit on inspection_visit (jurisdiction, unit, from_on);
create index inspection_visit_findings on inspection_visit using gin (findings);

comment on table inspection_visit is 'Visits to one place each; a sealed one is a row for nobody but the team of its round, and never for the unit';
comment on column inspection_visit.sealed is 'Until its round is released';
comment on column inspection_visit.findings is 'Findings noted or re-checked on this visit: the chain of visits of a finding';

select guard_by_jurisdiction('inspection_visit', 'select, insert, update, delete');

create policy own_inspection_visit on inspection_visit as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.account', true)) = ''
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (select current_setting('xiaoneng.account', true)) = any (team)
         or (    not sealed
             and (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
                  or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
                      and unit = (select current_setting('xiaoneng.unit', true))))));

create table inspection_number (
  jurisdiction text    not null,
  name         text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, name)
);

comment on table inspection_number is 'Numbers that inspections go by, each with the days from which it held and why';

select guard_by_jurisdiction('inspection_number', 'select, insert, update, delete');

create table inspection_year (
  jurisdiction text    not null,
  year         text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, year)
);

comment on table inspection_year is 'What was told of a year: found cases beside coverage and the estimated rest';

select guard_by_jurisdiction('inspection_year', 'select, insert, update, delete');
