-- 授权到窗口: who at the window may accept, review, decide and seal for an item; a list derived from the streams delegation/<item>.

create table hall_delegation (
  jurisdiction text    not null,
  item         text    not null,
  unit         text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, item)
);

comment on table hall_delegation is 'Powers that departments have delegated to the window, one row an item';
comment on column hall_delegation.unit is 'The department whose item it is; its head delegates and withdraws';
comment on column hall_delegation.state is 'The delegation as its stream tells it, folded';

select guard_by_jurisdiction('hall_delegation', 'select, insert, update, delete');
