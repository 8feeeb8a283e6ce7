-- Badges that are lent for a time or reported lost, and the departments that a hall counts as stationed in it.

alter table hall_badge
  add column lent_until  date,
  add column ended_how   text check (ended_how in ('returned', 'lost')),
  add column end_reason  text not null default '';

comment on column hall_badge.lent_until is 'Last day of a badge that is lent to a stand-in; null: it is the wearer''s own';
comment on column hall_badge.ended_how is 'Taken back or reported lost; null while it is worn';

create table hall_department (
  jurisdiction text    not null,
  hall         text    not null,
  unit         text    not null,
  since        date    not null,
  central      boolean not null,
  online       boolean not null,
  primary key (jurisdiction, hall, unit)
);

comment on table hall_department is 'Departments stationed in a hall, with what the hall claims for them';
comment on column hall_department.central is 'Claimed: everything it receives is received in the hall or online';
comment on column hall_department.online is 'Claimed: every item can be applied for online';

select guard_by_jurisdiction('hall_department', 'select, insert, update, delete');
