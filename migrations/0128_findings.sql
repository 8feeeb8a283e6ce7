-- Findings and recusal: lists derived from the streams finding/<number> and recusal/<account>.

create table recusal_person (
  jurisdiction text    not null,
  account      text    not null,
  undeclared   integer not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, account)
);

comment on table recusal_person is 'What may stand between a person and whom he would judge: relations, services, declarations before files';
comment on column recusal_person.undeclared is 'Files in which he declared nothing although something was there';

select guard_by_jurisdiction('recusal_person', 'select, insert, update, delete');

create table finding (
  jurisdiction text        not null,
  finding      text        not null,
  fact         text        not null,
  unit         text        not null,
  account      text,
  post         text,
  badge        text,
  matter       text,
  conduct      text        not null,
  severity     text        not null check (severity in ('light', 'ordinary', 'grave')),
  status       text        not null check (status in ('open', 'answered', 'disposed', 'withdrawn')),
  sealed       boolean     not null,
  sources      text[]      not null,
  open_sources text[]      not null,
  disposition  text,
  disposed_on  date,
  handler      text,
  dispose_by   timestamptz not null,
  opened_at    timestamptz not null,
  happened_on  date        not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, finding)
);

create unique index finding_of_fact on finding (jurisdiction, fact) where status <> 'withdrawn';
create index finding_of_unit on finding (jurisdiction, unit, finding desc);
create index finding_of_account on finding (jurisdiction, account) where account is not null;
create index finding_of_badge on finding (jurisdiction, badge) where badge is not null;
create index finding_of_matter on finding (jurisdiction, matter) where matter is not null;
create index finding_undisposed on finding (jurisdiction, dispose_by) where status in ('open', 'answered');
create index finding_sources on finding using gin (sources);

comment on table finding is 'What was found wrong about a unit, a post, a badge or a person: one row a fact, however many sources told it';
comment on column finding.fact is 'Mark of unit, account, matter, conduct and day: the same fact is one finding';
comment on column finding.sealed is 'Everything it rests on is sealed: the unit concerned does not see that it is there';
comment on column finding.sources is 'Kinds of its standing sources and the streams they came from';
comment on column finding.open_sources is 'Those of them that the unit concerned may know of';
comment on column finding.dispose_by is 'When it must have ended in a disposition';
comment on column finding.state is 'The finding as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('finding', 'select, insert, update, delete');

create policy own_finding on finding as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and not sealed
             and unit = (select current_setting('xiaoneng.unit', true))));
