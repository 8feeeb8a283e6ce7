-- Licences and bans: lists derived from the streams licence/<number> and ban/<ban>.

create table licence (
  jurisdiction text    not null,
  number       text    not null,
  item         text    not null,
  unit         text    not null,
  seen_by      text[]  not null,
  holder       text    not null,
  agent        text,
  state        text    not null check (state in ('valid', 'renewed', 'cancelled', 'revoked', 'withdrawn')),
  valid_from   date    not null,
  valid_until  date,
  licence      jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, number)
);

create index licence_of_unit on licence (jurisdiction, unit, valid_until);
create index licence_of_holder on licence (jurisdiction, holder);
create index licence_of_agent on licence (jurisdiction, agent) where agent is not null;

comment on table licence is 'One row a licence; no personal data, the holder is a reference into the vault';
comment on column licence.seen_by is 'Units besides the granting one that saw the case, and so see the licence';
comment on column licence.valid_until is 'The last day, until 24:00; null: no end. That a licence has lapsed follows from it and is not stored';
comment on column licence.licence is 'The licence as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('licence', 'select, insert, update, delete');

-- A licence is seen like the case that granted it.
create policy own_licence on licence as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or (select current_setting('xiaoneng.unit', true)) = any (seen_by))));

create table application_ban (
  jurisdiction text    not null,
  ban          text    not null,
  person       text    not null,
  item         text    not null,
  unit         text    not null,
  from_day     date    not null,
  until_day    date    not null,
  lifted       boolean not null,
  content      jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, ban)
);

create index application_ban_person on application_ban (jurisdiction, person) where not lifted;
create index application_ban_unit on application_ban (jurisdiction, unit, until_day);

comment on table application_ban is 'Who may not apply for which item until when (行政许可法 78, 79); the person is a reference into the vault';
comment on column application_ban.until_day is 'The last day: the ban ends by itself at 24:00';
comment on column application_ban.content is 'The ban as its stream tells it, folded';

select guard_by_jurisdiction('application_ban', 'select, insert, update, delete');

create policy own_ban on application_ban as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));
