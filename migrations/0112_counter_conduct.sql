-- Beside each window: the rules of conduct, and where one complains about it.

alter table hall_counter
  add column conduct_zh      text not null default '',
  add column conduct_en      text not null default '',
  add column complaint_phone text not null default '',
  add column complaint_unit  text not null default '';

comment on column hall_counter.conduct_zh is 'Rules of conduct as they hang at the window (办事纪律); empty: none hang there';
comment on column hall_counter.complaint_phone is 'Where one complains about this window; empty: nowhere';
comment on column hall_counter.complaint_unit is 'The unit that answers there: never one that is served at the window';
