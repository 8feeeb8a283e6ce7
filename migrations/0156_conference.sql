-- 行政监督联席会议: lists derived from the streams conference/<number>.

create table conference (
  jurisdiction text    not null,
  conference   text    not null,
  status       text    not null check (status in ('called', 'held', 'cancelled')),
  on_day       date    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, conference)
);

comment on table conference is 'Joint conferences of the bodies that supervise: who was called, the agenda, what was ruled';
comment on column conference.on_day is 'The day it was held; until then the day it is called for';
comment on column conference.state is 'The conference as its stream tells it, folded';

select guard_by_jurisdiction('conference', 'select, insert, update, delete');

create table conference_ruling (
  jurisdiction text    not null,
  conference   text    not null,
  number       integer not null,
  unit         text    not null,
  due_on       date    not null,
  status       text    not null check (status in ('open', 'reported', 'carriedOut', 'dropped')),
  ruling       jsonb   not null,
  primary key (jurisdiction, conference, number)
);

create index conference_ruling_open on conference_ruling (jurisdiction, due_on) where status in ('open', 'reported');
create index conference_ruling_of_unit on conference_ruling (jurisdiction, unit, due_on);

comment on table conference_ruling is 'What joint conferences ruled, as tasks: one row a ruling, with the unit that answers for it';
comment on column conference_ruling.ruling is 'The ruling as the stream of its conference tells it';

select guard_by_jurisdiction('conference_ruling', 'select, insert, update, delete');
select guard_by_unit('conference_ruling');
