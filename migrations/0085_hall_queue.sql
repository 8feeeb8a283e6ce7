-- The queue of a hall: lists derived from the streams hall/queue/<hall>, hall/ticket/<hall>/<day>/<number>,
-- hall/numbers/<hall>/<day> and hall/visit/<visit>. Nothing in them says who a number belongs to.

create table hall_queue_setting (
  jurisdiction   text  not null,
  hall           text  not null,
  effective_from date  not null,
  settings       jsonb not null,
  primary key (jurisdiction, hall, effective_from)
);

comment on table hall_queue_setting is 'Rules of the queue and of appointments by the day from which they hold';

select guard_by_jurisdiction('hall_queue_setting', 'select, insert, update, delete');

create table hall_ticket (
  jurisdiction text        not null,
  hall         text        not null,
  on_day       date        not null,
  number       text        not null,
  group_code   text        not null,
  item         text,
  for_unit     text,
  channel      text        not null check (channel in ('greeter', 'kiosk', 'appointment', 'offline')),
  priority     text,
  booking      text,
  due_at       timestamptz,
  visit        text,
  issued_at    timestamptz not null,
  issued_by    text        not null,
  ahead        integer     not null,
  said_minutes float8,
  since        timestamptz not null,
  state        text        not null check (state in ('waiting', 'called', 'missed', 'served', 'abandoned')),
  calls        integer     not null,
  lane         text,
  counter      text,
  called_by    text,
  called_at    timestamptz,
  first_called_at timestamptz,
  ended_at     timestamptz,
  transfers    integer     not null,
  version      integer     not null,
  primary key (jurisdiction, hall, on_day, number)
);

create index hall_ticket_open on hall_ticket (jurisdiction, hall, on_day, state);
create index hall_ticket_booking on hall_ticket (jurisdiction, booking) where booking is not null;

comment on table hall_ticket is 'Numbers of the queue, one row each hall and day and number';
comment on column hall_ticket.for_unit is 'The unit that answers for the item; null: only the group is known';
comment on column hall_ticket.ahead is 'Numbers before it when it was taken';
comment on column hall_ticket.said_minutes is 'Expected wait as said when it was taken; null: nobody served the group then';
comment on column hall_ticket.since is 'From when it counts in its lane: taken, or come back after it was missed';
comment on column hall_ticket.first_called_at is 'Ends the wait that was estimated';

select guard_by_jurisdiction('hall_ticket', 'select, insert, update, delete');

create table hall_queue_jump (
  jurisdiction text        not null,
  hall         text        not null,
  on_day       date        not null,
  number       text        not null,
  version      integer     not null,
  at           timestamptz not null,
  counter      text        not null,
  officer      text        not null,
  overtook     text[]      not null,
  reason       text        not null,
  primary key (jurisdiction, hall, on_day, number, version)
);

create index hall_queue_jump_by_time on hall_queue_jump (jurisdiction, hall, at);

comment on table hall_queue_jump is 'Calls out of turn: who called, whom it overtook, and why';

select guard_by_jurisdiction('hall_queue_jump', 'select, insert, update, delete');

create table hall_wrong_window (
  jurisdiction text        not null,
  hall         text        not null,
  on_day       date        not null,
  number       text        not null,
  version      integer     not null,
  at           timestamptz not null,
  counter      text        not null,
  officer      text        not null,
  recorded     text,
  needed       text,
  issued_by    text        not null,
  channel      text        not null,
  primary key (jurisdiction, hall, on_day, number, version)
);

create index hall_wrong_window_by_time on hall_wrong_window (jurisdiction, hall, at);

comment on table hall_wrong_window is 'Visitors who stood at a counter that cannot take their item';
comment on column hall_wrong_window.recorded is 'The item for which the number was given';
comment on column hall_wrong_window.needed is 'The item that the visitor came for';

select guard_by_jurisdiction('hall_wrong_window', 'select, insert, update, delete');

create table hall_number_block (
  jurisdiction text    not null,
  hall         text    not null,
  on_day       date    not null,
  group_code   text    not null,
  first_number integer not null,
  last_number  integer not null,
  device       text    not null,
  account      text    not null,
  primary key (jurisdiction, hall, on_day, group_code, first_number)
);

comment on table hall_number_block is 'Numbers that a kiosk or counter holds for an hour without the server';

select guard_by_jurisdiction('hall_number_block', 'select, insert, update, delete');

create table hall_visit (
  jurisdiction text        not null,
  visit        text        not null,
  hall         text        not null,
  at           timestamptz not null,
  greeter      text        not null,
  need         text        not null,
  item         text,
  guided_to    text        not null,
  number       text,
  refused      boolean     not null,
  reported     text,
  reported_at  timestamptz,
  report_text  text,
  primary key (jurisdiction, visit)
);

create index hall_visit_by_time on hall_visit (jurisdiction, hall, at);

comment on table hall_visit is 'What greeters did for visitors, and what visitors report of it';
comment on column hall_visit.need is 'What the visitor asked for, in everyday words';
comment on column hall_visit.refused is 'The greeter meant to send somebody to a paid agent, which was refused';

select guard_by_jurisdiction('hall_visit', 'select, insert, update, delete');
