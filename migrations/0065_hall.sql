-- The service hall: lists derived from the streams hall/place/<hall>, hall/counter/<counter>, hall/badge/<badge> and hall/duty/<day>.

create table hall_place (
  jurisdiction text   not null,
  hall         text   not null,
  name_zh      text   not null,
  name_en      text   not null,
  level        text   not null check (level in ('city', 'district', 'county', 'township', 'village')),
  address      text   not null,
  phone        text   not null,
  unit         text   not null,
  channels     text[] not null,
  primary key (jurisdiction, hall)
);

comment on table hall_place is 'Service halls and stations';
comment on column hall_place.unit is 'The unit that runs it; its head arranges counters, badges and duty';
comment on column hall_place.channels is 'The ways of being served that are registered for it';

select guard_by_jurisdiction('hall_place', 'select, insert, update, delete');

create table hall_counter (
  jurisdiction  text        not null,
  counter       text        not null,
  hall          text        not null,
  name_zh       text        not null,
  name_en       text        not null,
  place         text        not null,
  units         text[]      not null,
  working_hours text        not null,
  rest_hours    text,
  registered_at timestamptz not null,
  state         text        not null check (state in ('open', 'paused', 'closed')),
  state_reason  text        not null,
  state_since   timestamptz not null,
  account       text,
  badge         text,
  seated_at     timestamptz,
  primary key (jurisdiction, counter)
);

create index hall_counter_seat on hall_counter (jurisdiction, account) where account is not null;

comment on table hall_counter is 'Counters with their declared hours, their state, and who sits there';
comment on column hall_counter.units is 'Units that are served here';
comment on column hall_counter.working_hours is 'Declared hours of working days, such as 09:00-12:00,13:30-17:00';
comment on column hall_counter.rest_hours is 'Declared hours of rest days; null: none. A counter with such hours is a 365-day window';
comment on column hall_counter.account is 'Who has signed on; a seat ends with its day, whether or not anybody signed off';

select guard_by_jurisdiction('hall_counter', 'select, insert, update, delete');

create table hall_badge (
  jurisdiction text        not null,
  badge        text        not null,
  account      text        not null,
  name         text        not null,
  unit         text        not null,
  duties_zh    text        not null,
  duties_en    text        not null,
  issued_at    timestamptz not null,
  withdrawn_at timestamptz,
  primary key (jurisdiction, badge)
);

create index hall_badge_of_account on hall_badge (jurisdiction, account);

comment on table hall_badge is 'Name-plates: what the public may look up about whoever serves them';
comment on column hall_badge.name is 'As it is printed on the plate';

select guard_by_jurisdiction('hall_badge', 'select, insert, update, delete');

create table hall_duty (
  jurisdiction text not null,
  on_day       date not null,
  half         text not null check (half in ('morning', 'afternoon')),
  counter      text not null,
  account      text not null,
  primary key (jurisdiction, on_day, half, counter)
);

comment on table hall_duty is 'Duty calendar: who is to sit at which counter on which half day';

select guard_by_jurisdiction('hall_duty', 'select, insert, update, delete');

create table hall_sitting (
  jurisdiction text        not null,
  counter      text        not null,
  taken_at     timestamptz not null,
  account      text        not null,
  badge        text        not null,
  on_duty      boolean     not null,
  left_at      timestamptz,
  primary key (jurisdiction, counter, taken_at)
);

create index hall_sitting_by_time on hall_sitting (jurisdiction, taken_at);

comment on table hall_sitting is 'Who sat where, from when to when';
comment on column hall_sitting.on_duty is 'The duty calendar named this person for this counter';
comment on column hall_sitting.left_at is 'Null: not signed off. The sitting then ends with its day';

select guard_by_jurisdiction('hall_sitting', 'select, insert, update, delete');
