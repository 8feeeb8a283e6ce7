-- 个案查办: single cases from the lead to the answer; a list derived from the streams investigation/<number>.

create table investigation (
  jurisdiction text        not null,
  number       text        not null,
  unit         text        not null,
  seen_by      text[]      not null,
  sealed       boolean     not null,
  team         text[]      not null,
  kind         text        not null,
  stage        text        not null,
  source       text        not null,
  reference    text        not null,
  entered_at   timestamptz not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, number)
);

create index investigation_newest on investigation (jurisdiction, entered_at desc, number);
create index investigation_reference on investigation (jurisdiction, reference);

comment on table investigation is 'Single cases and the leads they come from; names of people who came to the office stand in the vault';
comment on column investigation.unit is 'The unit that the case is about';
comment on column investigation.seen_by is 'Units that were told of it: none before that, and never of a sealed one';
comment on column investigation.sealed is 'Seen by nobody but those on it, supervision and leaders included';
comment on column investigation.team is 'Accounts on it: of a sealed case the only ones that see it';
comment on column investigation.state is 'The case as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('investigation', 'select, insert, update, delete');

create policy own_investigation on investigation as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
             and (   not sealed
                  or (select current_setting('xiaoneng.account', true)) = ''
                  or (select current_setting('xiaoneng.account', true)) = any (team)))
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and not sealed
             and (select current_setting('xiaoneng.unit', true)) = any (seen_by)));

-- 调阅记录: who looked at a case, and who tried and was not on it.

create table investigation_view (
  jurisdiction text        not null,
  number       text        not null,
  nth          integer     not null,
  account      text        not null,
  viewed_at    timestamptz not null,
  allowed      boolean     not null,
  primary key (jurisdiction, number, nth)
);

comment on table investigation_view is 'Who looked at a sealed case; allowed is false for those who were not on it and were told that there is none';

select guard_by_jurisdiction('investigation_view', 'select, insert, update, delete');

-- 监察层级: offices of supervision and their level; what they may do here follows from it.

create table supervision_office (
  jurisdiction text    not null,
  office       text    not null,
  level        text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, office)
);

comment on table supervision_office is 'The level of an office of supervision; one that is not named is of the county';

select guard_by_jurisdiction('supervision_office', 'select, insert, update, delete');

-- 防微杜渐: small findings that add up to a reminder talk.

create table reminder_talk (
  jurisdiction text        not null,
  talk         text        not null,
  unit         text        not null,
  account      text,
  due_at       timestamptz,
  held         boolean     not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, talk)
);

comment on table reminder_talk is 'Reminder talks that small findings of a person or a unit made due';

select guard_by_jurisdiction('reminder_talk', 'select, insert, update, delete');

create policy own_reminder_talk on reminder_talk as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));
