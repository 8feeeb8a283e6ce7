-- Who holds cases of a log at all: asked before hand-overs are counted, which most logs from elsewhere have none of.

create table watch_holder (
  jurisdiction text   not null,
  log          text   not null,
  unit         text   not null,
  holder       text   not null,
  cases        bigint not null,
  primary key (jurisdiction, log, unit, holder)
);

comment on table watch_holder is 'Cases of a unit by each of those who held them, kept by the same append as watch_holding';
comment on column watch_holder.unit is 'Empty where the log names none: the unit of the case, by which it is seen';
comment on column watch_holder.holder is 'As in the paths of watch_holding';

select guard_by_jurisdiction('watch_holder', 'select, insert, update, delete');
select guard_by_unit('watch_holder');
