-- Beside findings: guidance, talks that a badge is owed, and reports in protection; lists derived from their streams.

create table finding_guidance (
  jurisdiction text        not null,
  guidance     text        not null,
  unit         text        not null,
  reply_by     timestamptz not null,
  replied      boolean     not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, guidance)
);

comment on table finding_guidance is 'Advice to units, which answer it: apart from findings, which end in a disposition';

select guard_by_jurisdiction('finding_guidance', 'select, insert, update, delete');

create policy own_guidance on finding_guidance as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));

create table badge_talk (
  jurisdiction text        not null,
  talk         text        not null,
  unit         text        not null,
  badge        text        not null,
  due_at       timestamptz not null,
  held         boolean     not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, talk)
);

comment on table badge_talk is 'Talks owed after the second finding about the manner of one badge within a quarter';

select guard_by_jurisdiction('badge_talk', 'select, insert, update, delete');

create policy own_talk on badge_talk as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));

create table protected_report (
  jurisdiction text        not null,
  report       text        not null,
  unit         text        not null,
  stage        text        not null check (stage in ('received', 'transferred', 'answered', 'closed')),
  transfer_by  timestamptz not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, report)
);

comment on table protected_report is 'Reports of extortion: how each goes; who told it and what is in the vault';
comment on column protected_report.unit is 'Whom it is about: neither the unit nor whoever works there sees the row';

select guard_by_jurisdiction('protected_report', 'select, insert, update, delete');

create policy never_the_reported on protected_report as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
             and unit <> coalesce((select current_setting('xiaoneng.unit', true)), '')));
