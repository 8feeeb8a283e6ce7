-- Appointments: lists derived from the streams hall/slots/<hall>/<day>, hall/booking/<number> and hall/booker/<person>.

create table hall_slot (
  jurisdiction text        not null,
  hall         text        not null,
  on_day       date        not null,
  group_code   text        not null,
  starts       text        not null,
  ends         text        not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  capacity     integer     not null check (capacity >= 0),
  booked       integer     not null check (booked >= 0 and booked <= capacity),
  after_hours  boolean     not null,
  primary key (jurisdiction, hall, on_day, group_code, starts)
);

comment on table hall_slot is 'Times that can be booked, by queue group';
comment on column hall_slot.starts is 'Clock time in the hall, such as 09:30';
comment on column hall_slot.booked is 'Bookings that hold; whoever books takes the row first, so that no place is sold twice';
comment on column hall_slot.after_hours is 'Outside the declared hours of every counter that calls the group';

select guard_by_jurisdiction('hall_slot', 'select, insert, update, delete');

create table hall_booking (
  jurisdiction text        not null,
  booking      text        not null,
  hall         text        not null,
  on_day       date        not null,
  group_code   text        not null,
  starts       text        not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  item         text        not null,
  for_unit     text        not null,
  person       text        not null,
  agent_mark   text,
  state        text        not null check (state in ('booked', 'checkedIn', 'cancelled', 'missed')),
  booked_at    timestamptz not null,
  changed_at   timestamptz not null,
  number       text,
  primary key (jurisdiction, booking)
);

create index hall_booking_of_person on hall_booking (jurisdiction, person, starts_at);
create index hall_booking_of_agent on hall_booking (jurisdiction, agent_mark, starts_at) where agent_mark is not null;
create index hall_booking_by_day on hall_booking (jurisdiction, hall, on_day);
create index hall_booking_open on hall_booking (jurisdiction, starts_at) where state = 'booked';

comment on table hall_booking is 'Appointments; the person is a reference into the vault';
comment on column hall_booking.agent_mark is 'Keyed hash of the document of whoever books for another';
comment on column hall_booking.number is 'The number of the queue that it became';

select guard_by_jurisdiction('hall_booking', 'select, insert, update, delete');

create table hall_booking_bar (
  jurisdiction text    not null,
  hall         text    not null,
  person       text    not null,
  from_day     date    not null,
  until_day    date    not null,
  missed       integer not null,
  appeal       text,
  lifted       boolean not null,
  answer       text,
  primary key (jurisdiction, hall, person, from_day)
);

comment on table hall_booking_bar is 'Who did not come too often books on the spot only until a day; with the appeal against it';

select guard_by_jurisdiction('hall_booking_bar', 'select, insert, update, delete');

create table hall_booking_refusal (
  jurisdiction text        not null,
  hall         text        not null,
  person       text        not null,
  version      integer     not null,
  at           timestamptz not null,
  why          text        not null,
  agent_mark   text,
  primary key (jurisdiction, hall, person, version)
);

create index hall_booking_refusal_by_time on hall_booking_refusal (jurisdiction, hall, at);

comment on table hall_booking_refusal is 'Bookings beyond the limit of one person or agent: slots that somebody tried to hoard';

select guard_by_jurisdiction('hall_booking_refusal', 'select, insert, update, delete');
