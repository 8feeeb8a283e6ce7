-- 效能: what each case handled here has to say about pace, trips and signatures; one row a case, from its stream.

create table case_pace (
  jurisdiction  text    not null,
  case_no       text    not null,
  unit          text    not null,
  received_unit text,
  seen_by       text[]  not null,
  item          text    not null,
  received_at   timestamptz not null,
  facts         jsonb   not null,
  version       integer not null,
  primary key (jurisdiction, case_no)
);

create index case_pace_of_item on case_pace (jurisdiction, item);

comment on table case_pace is 'One row a case handled here: the instants, desks and counts that figures of efficiency are computed from; no personal data';
comment on column case_pace.seen_by is 'Units of the steps besides the acting one: they see the case as well';
comment on column case_pace.facts is 'The case as its stream tells it, reduced to what is measured';

select guard_by_jurisdiction('case_pace', 'select, insert, update, delete');

-- Seen like the case itself.
create policy own_pace on case_pace as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or received_unit = (select current_setting('xiaoneng.unit', true))
                  or (select current_setting('xiaoneng.unit', true)) = any (seen_by))));

-- 指标设定: the numbers that figures are judged by, each from a day on.
create table efficiency_setting (
  jurisdiction text    not null,
  name         text    not null,
  subject      text    not null,
  valid_from   date    not null,
  value        jsonb   not null,
  reason       text    not null,
  set_by       text    not null,
  primary key (jurisdiction, name, subject, valid_from)
);

comment on table efficiency_setting is 'Settings of the figures of efficiency: smallest cell, thresholds, targets; a figure uses the one in force at the end of its span';
comment on column efficiency_setting.subject is 'The item a target is for; empty for everything';

select guard_by_jurisdiction('efficiency_setting', 'select, insert, update, delete');
